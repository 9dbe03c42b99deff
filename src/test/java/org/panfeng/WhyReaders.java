package org.panfeng;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.panfeng.Village.Deed;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Parcel;

/** People of a village who read {@code /why} from its latest page back to the day on which they joined. */
final class WhyReaders {
    private static final String EARLIER = "‹ 更早";

    private final Village village;
    private final Map<Life, List<String>> pages = new LinkedHashMap<>();
    private final Map<Life, String> streaks = new HashMap<>();

    private WhyReaders(Village village) {
        this.village = village;
    }

    /** What does not add up, person by person; empty when all does. */
    static List<String> faults(Village village, List<Life> readers) {
        WhyReaders reading = new WhyReaders(village);
        reading.read(readers);
        List<String> faults = new ArrayList<>();
        for (Life life : readers) {
            List<String> read = reading.pages.getOrDefault(life, List.of());
            List<String> wrong = WhySum.faults(read, reading.streaks.getOrDefault(life, ""));
            if (!wrong.isEmpty()) {
                faults.add("person %d: %s%n  %s".formatted(life.personId, wrong, String.join("\n  ", life.diary())));
            }
        }
        return faults;
    }

    private void read(List<Life> readers) {
        village.receives(readers.stream().map(life -> says(life, "/streak")).toList())
                .forEach(parcel -> html(parcel)
                        .ifPresent(text -> streaks.put(village.register().life(parcel.chatId()), text)));
        List<Deed> turns = readers.stream().map(life -> says(life, "/why")).toList();
        while (!turns.isEmpty()) {
            List<Deed> next = new ArrayList<>();
            for (Parcel page : village.receives(turns)) {
                html(page).filter(WhySum::hasTotal).ifPresent(text -> {
                    Life life = village.register().life(page.chatId());
                    pages.computeIfAbsent(life, first -> new ArrayList<>()).add(0, text);
                    earlier(page).ifPresent(data -> next.add(taps(life, data)));
                });
            }
            turns = next;
        }
    }

    private Deed says(Life life, String text) {
        return new Deed(new Incoming.Text(village.nextUpdate(), life.sender(), life.telegramId, text), now -> {});
    }

    private Deed taps(Life life, String data) {
        long update = village.nextUpdate();
        return new Deed(new Incoming.Tap(update, life.sender(), life.telegramId, 1, "tap" + update, data), now -> {});
    }

    private static Optional<String> html(Parcel parcel) {
        return content(parcel)
                .filter(Content.Html.class::isInstance)
                .map(content -> ((Content.Html) content).html().replaceAll("<[^>]*>", ""));
    }

    private static Optional<Content> content(Parcel parcel) {
        if (parcel.outgoing() instanceof Outgoing.Send send) {
            return Optional.of(send.content());
        }
        return parcel.outgoing() instanceof Outgoing.Edit edit ? Optional.of(edit.content()) : Optional.empty();
    }

    private static Optional<String> earlier(Parcel parcel) {
        Keyboard keyboard = parcel.outgoing() instanceof Outgoing.Send send
                ? send.keyboard()
                : ((Outgoing.Edit) parcel.outgoing()).keyboard();
        return keyboard.rows().stream()
                .flatMap(List::stream)
                .filter(button -> button.label().equals(EARLIER))
                .map(Keyboard.Button::data)
                .findFirst();
    }
}
