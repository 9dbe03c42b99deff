package org.panfeng;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.panfeng.storage.Address;
import org.panfeng.storage.Database;
import org.panfeng.storage.Hatch;
import org.panfeng.storage.InUse;
import org.panfeng.storage.Unusable;

/** What the bot does for commands that run beside it, since an H2 file lets in one process. */
record Errands(Database database, List<Errand> all) implements Hatch.Clerk {

    /** Does it in this process or, where a bot has the database open, in that one. */
    static int run(Errand errand, List<String> arguments, Address address, PrintWriter out) throws Unusable {
        Consumer<String> tell = line -> {
            out.println(line);
            out.flush();
        };
        Database.checkIsThere(address);
        try (Database database = Database.open(address)) {
            return errand.run(database, arguments, tell);
        } catch (InUse inUse) {
            List<String> request =
                    Stream.concat(Stream.of(errand.name()), arguments.stream()).toList();
            return Hatch.ask(address, request, tell).orElseThrow(() -> inUse);
        }
    }

    @Override
    public int carryOut(List<String> request, Consumer<String> tell) {
        for (Errand errand : all) {
            if (errand.name().equals(request.get(0))) {
                return errand.run(database, request.subList(1, request.size()), tell);
            }
        }
        tell.accept("The bot that is running does not know this command; it is another version. Stop it first.");
        return ExitCode.CANNOT_RUN;
    }
}
