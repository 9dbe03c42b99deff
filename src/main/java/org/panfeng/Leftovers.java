package org.panfeng;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** The memory that only the start needed: about 45 of 230 MB, which the JVM of an idle bot would keep for good. */
final class Leftovers {
    private Leftovers() {}

    /** Gives it back to the machine; the bot stands still meanwhile, for less than a tenth of a second. */
    static void giveBack() {
        // G1 shrinks the heap only after a full collection, which a bot that has little to do never needs.
        System.gc();
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "systemTrimNativeHeap",
                            new Object[0],
                            new String[0]);
        } catch (JMException e) {
            // Another JVM, which knows no such command.
        }
    }
}
