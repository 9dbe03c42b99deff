package org.panfeng.bench;

import java.io.IOException;
import java.sql.SQLException;

/** Something that can be measured again and again. */
interface Scenario {
    Figures measure(Variant variant) throws IOException, InterruptedException, SQLException;
}
