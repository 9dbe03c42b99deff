package org.panfeng.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.panfeng.study.Told.at;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panfeng.mailbox.Reception;

/** When a day is over, also for a bot that was not there. */
class DaySpanTest {
    private static final DaySpan MON = new DaySpan(at("2026-11-16T04:00"), at("2026-11-17T04:00"));

    private static Optional<Reception.Stretch> heard(String since, String last) {
        return Optional.of(new Reception.Stretch(at(since), at(last)));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-16T03:59,false", "2026-11-16T04:00,true", "2026-11-17T03:59,true", "2026-11-17T04:00,false"})
    void itLastsFromItsStartToItsEnd(String local, boolean isOfDay) {
        assertThat(MON.contains(at(local))).isEqualTo(isOfDay);
    }

    /** Heard from and to, asked at: whether the day is over, and whether it is prolonged. */
    @ParameterizedTest
    @CsvSource({
        // heard all the time
        "16T09:00, 17T03:59, 17T03:59, false, false",
        "16T09:00, 17T04:00, 17T04:00, true, false",
        "16T09:00, 17T09:00, 17T09:00, true, false",
        "17T04:00, 17T04:00, 17T04:00, true, false",
        // heard up to a while before the end, and not since
        "16T09:00, 17T03:59, 17T09:00, false, false",
        // heard again after the end
        "17T09:00, 17T09:00, 17T09:00, false, true",
        "17T09:00, 17T09:59, 17T09:59, false, true",
        "17T09:00, 17T10:00, 17T10:00, true, false",
        "17T04:01, 17T05:01, 17T05:01, true, false",
        // the clock was set back since
        "17T09:00, 17T09:30, 16T12:00, false, false",
        "17T09:00, 17T11:00, 16T12:00, false, false",
        "17T09:00, 17T09:30, 17T04:00, false, true"
    })
    void itIsOverOnceItsEndOrAnHourSinceWasHeard(
            String since, String last, String now, boolean isOver, boolean isProlonged) {
        Optional<Reception.Stretch> heard = heard("2026-11-" + since, "2026-11-" + last);
        assertThat(MON.isOver(at("2026-11-" + now), heard)).isEqualTo(isOver);
        assertThat(MON.isProlonged(at("2026-11-" + now), heard)).isEqualTo(isProlonged);
    }

    @Test
    void aBotThatWasNeverThereHasSeenNoEnd() {
        assertThat(MON.isOver(at("2026-11-18T09:00"), Optional.empty())).isFalse();
        assertThat(MON.isProlonged(at("2026-11-18T09:00"), Optional.empty())).isFalse();
    }
}
