package org.panfeng.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.panfeng.chat.Html;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.DeliveryReport;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Parcel;
import org.panfeng.mailbox.Tally;
import org.panfeng.mailbox.Topic;
import org.panfeng.people.Person;
import org.panfeng.people.Staff;

/** Keeps the author of a notice up to date while it goes out, and reports at the end. */
final class Progress implements DeliveryReport {
    /** An edit this often tells enough and stays far below what a chat may receive. */
    private static final Duration EVERY = Duration.ofSeconds(3);

    private static final int NAMES = 20;

    private final Notices notices;
    private final Staff staff;
    private final Outbox outbox;
    private final Language officeLanguage;
    private final Map<NoticeId, Long> shownAt = new ConcurrentHashMap<>();

    Progress(Notices notices, Staff staff, Outbox outbox, Language officeLanguage) {
        this.notices = notices;
        this.staff = staff;
        this.outbox = outbox;
        this.officeLanguage = officeLanguage;
    }

    /** A duration in words: about 20 seconds, about 6 minutes. */
    static String duration(Language language, Duration duration) {
        return duration.toSeconds() < 120
                ? Texts.plain(language, "duration.seconds", duration.toSeconds())
                : Texts.plain(language, "duration.minutes", (duration.toSeconds() + 59) / 60);
    }

    @Override
    public String topicKind() {
        return Notices.TOPIC;
    }

    @Override
    public void settled(Parcel parcel, Outcome outcome, Instant at) {
        settled(List.of(new Settled(parcel, outcome)), at);
    }

    /** One update for each notice, always in the same order: those who count at the same time do not wait for each other in a ring. */
    @Override
    public void settled(List<Settled> all, Instant at) {
        SortedMap<Long, List<Outcome>> byNotice = new TreeMap<>();
        for (Settled one : all) {
            byNotice.computeIfAbsent(one.parcel().topic().id(), id -> new ArrayList<>())
                    .add(one.outcome());
        }
        byNotice.forEach((id, outcomes) -> {
            NoticeId notice = new NoticeId(id);
            notices.count(notice, outcomes);
            if (isDue(notice)) {
                show(notice, at);
            }
        });
    }

    /** Reports, where nobody's parcel is under way any more. */
    void endIfThrough(NoticeId id, Instant at) {
        notices.withId(id).filter(Notice::isSettled).ifPresent(notice -> show(notice, language(notice), at));
    }

    private void show(NoticeId id, Instant at) {
        notices.withId(id).ifPresent(notice -> show(notice, language(notice), at));
    }

    /** Each outcome could be the last one, so a notice that is nearly through is looked at every time. */
    private boolean isDue(NoticeId id) {
        Long last = shownAt.get(id);
        boolean isTime = last == null || System.nanoTime() - last >= EVERY.toNanos();
        return isTime || notices.withId(id).filter(Notice::isSettled).isPresent();
    }

    private Language language(Notice notice) {
        return staff.withTelegramId(notice.authorChat()).map(Person::language).orElse(officeLanguage);
    }

    /** Brings the control message up to date; at the end sends the report. */
    void show(Notice notice, Language language, Instant now) {
        shownAt.put(notice.id(), System.nanoTime());
        if (notice.isSettled()) {
            finish(notice, language, now);
        } else {
            edit(
                    notice,
                    Texts.html(language, "notice.progress", notice.tally().settled(), expected(notice), bar(notice)));
        }
    }

    /** Until everybody has a parcel, more may have got it than were counted when it was sent: people are enrolled meanwhile. */
    private static long expected(Notice notice) {
        return Math.max(notice.recipients(), notice.tally().settled());
    }

    private void finish(Notice notice, Language language, Instant now) {
        shownAt.remove(notice.id());
        if (!notices.finish(notice.id(), now)) {
            return;
        }
        Tally tally = notice.tally();
        edit(notice, Texts.html(language, "notice.done", notice.recipients()));
        String inDoubt = tally.unknown() == 0 ? "" : Texts.html(language, "notice.report.in-doubt", tally.unknown());
        String report = Texts.html(
                language,
                "notice.report",
                notice.recipients(),
                tally.delivered(),
                tally.unreachable(),
                tally.refused(),
                new Html(inDoubt),
                new Html(notReached(notice, language)));
        post(notice, Outgoing.send(Content.html(report), Keyboard.NONE));
    }

    private String notReached(Notice notice, Language language) {
        long missed = notice.tally().settled() - notice.tally().delivered();
        if (missed == 0) {
            return "";
        }
        List<String> names = notices.notReached(notice.id(), NAMES);
        String more = missed > names.size() ? " …" : "";
        String list = names.stream()
                .map(name -> Html.of(name).value())
                .collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
        return Texts.html(language, "notice.report.names", new Html(list + more));
    }

    private void edit(Notice notice, String html) {
        Content content = Content.html(html);
        notice.control().ifPresent(message -> post(notice, new Outgoing.Edit(message, content, Keyboard.NONE)));
    }

    private void post(Notice notice, Outgoing outgoing) {
        outbox.post(Lane.REPLY, notice.authorChat(), outgoing, Topic.NONE);
    }

    private static String bar(Notice notice) {
        int filled = (int) (10 * notice.tally().settled() / Math.max(1, expected(notice)));
        return "▓".repeat(filled) + "░".repeat(10 - filled);
    }
}
