package org.panfeng;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.panfeng.WrittenSettings.Value;
import org.panfeng.programme.Finding;
import org.panfeng.programme.Spelling;

/** The settings by key, each in its form; what has another form is reported, and its default stands in for it. */
final class SettingValues {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private final WrittenSettings written;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> wrong = new HashSet<>();

    SettingValues(Map<String, String> environment) {
        written = new WrittenSettings(environment);
    }

    void read(Path file) {
        written.read(file, findings);
    }

    boolean has(String key) {
        return written.find(key).isPresent();
    }

    <T> T get(String key, T byDefault, Function<String, T> parser, String problem) {
        return optional(key, parser, problem).orElse(byDefault);
    }

    <T> Optional<T> optional(String key, Function<String, T> parser, String problem) {
        return single(key).flatMap(value -> parse(key, value, value.text(), parser, value.text() + " " + problem));
    }

    /** As {@link #optional}, but the text may hold a password and is not repeated. */
    <T> Optional<T> optionalSecret(String key, Function<String, T> parser, String problem) {
        return single(key).flatMap(value -> parse(key, value, value.text(), parser, "the value " + problem));
    }

    Optional<String> secret(String key, String pattern, String problem) {
        return optionalSecret(
                key,
                text -> {
                    if (!text.matches(pattern)) {
                        throw new IllegalArgumentException();
                    }
                    return text;
                },
                problem);
    }

    <T> List<T> list(String key, Function<String, T> parser, String problem) {
        List<T> elements = new ArrayList<>();
        written.find(key).filter(value -> !value.text().isEmpty()).ifPresent(value -> {
            for (String element : value.text().split(",", -1)) {
                String text = element.strip();
                parse(key, value, text, parser, (text.isEmpty() ? "nothing" : text) + " " + problem)
                        .ifPresent(elements::add);
            }
        });
        return elements;
    }

    int number(String key, int byDefault, int least, int most) {
        return get(
                key,
                byDefault,
                text -> {
                    int number = Integer.parseInt(text);
                    if (number < least || number > most) {
                        throw new IllegalArgumentException();
                    }
                    return number;
                },
                "is no number from %d to %d; write for example %d".formatted(least, most, byDefault));
    }

    LocalTime time(String key, LocalTime byDefault) {
        return get(
                key,
                byDefault,
                text -> LocalTime.parse(text, TIME),
                "is no time of day; write HH:mm, for example " + byDefault);
    }

    Optional<LocalDate> date(String key) {
        return optional(key, LocalDate::parse, "is no date; write YYYY-MM-DD, for example 2026-09-01");
    }

    ZoneId zone(String key, ZoneId byDefault) {
        String text = single(key).map(Value::text).orElse("");
        String near = text.equalsIgnoreCase("Asia/Beijing")
                ? " China's is called Asia/Shanghai."
                : Spelling.didYouMean(text, ZoneId.getAvailableZoneIds());
        return get(key, byDefault, ZoneId::of, "is no time zone; write for example Asia/Shanghai." + near);
    }

    <E extends Enum<E>> E choice(String key, E byDefault) {
        Map<String, E> choices = new LinkedHashMap<>();
        for (E choice : byDefault.getDeclaringClass().getEnumConstants()) {
            choices.put(choice.name().toLowerCase(Locale.ROOT), choice);
        }
        String text = single(key).map(Value::text).orElse("");
        return get(
                key,
                byDefault,
                word -> Optional.ofNullable(choices.get(word)).orElseThrow(IllegalArgumentException::new),
                "is not possible; write %s.%s"
                        .formatted(String.join(" or ", choices.keySet()), Spelling.didYouMean(text, choices.keySet())));
    }

    private Optional<Value> single(String key) {
        Optional<Value> value = written.find(key);
        if (value.isPresent() && value.get().list()) {
            reject(key, "is a list; write one value");
            return Optional.empty();
        }
        return value;
    }

    private <T> Optional<T> parse(String key, Value value, String text, Function<String, T> parser, String problem) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            wrong.add(key);
            findings.add(value.finding(problem));
            return Optional.empty();
        }
    }

    /** Reports what is wrong with a key beside its form; nothing if its form is wrong already, or it was not written. */
    void reject(String key, String problem) {
        if (!wrong.contains(key)) {
            wrong.add(key);
            written.find(key).ifPresent(value -> findings.add(value.finding(problem)));
        }
    }

    /** Reports that two keys disagree, at the first of them that was written. */
    void rejectEither(String key, String other, String problem) {
        if (!wrong.contains(key) && !wrong.contains(other)) {
            reject(has(key) ? key : other, problem);
        }
    }

    void report(String place, String problem) {
        findings.add(new Finding(place, 0, problem));
    }

    List<String> asked() {
        return written.asked();
    }

    /** Everything that is wrong, unknown keys included; to be called when every setting has been asked for. */
    List<Finding> findings() {
        return Stream.concat(findings.stream(), written.unknown().stream())
                .sorted(Comparator.comparing(Finding::place).thenComparing(Finding::line))
                .toList();
    }
}
