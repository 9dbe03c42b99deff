package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text without its white space at both ends, and its entities, outer ones first. */
record FormattedText(String text, List<Entity> entities) {

    private static final Pattern COMMAND =
            Pattern.compile("(?<![\\w/<])/[a-z0-9_]{1,32}(?:@\\w+)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern URL = Pattern.compile(
            "\\bhttps?://[\\w.-]+(?::\\d+)?(?:/[\\w./?=&%#~+:-]*[\\w/=&%#~+-])?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> NOTHING_WITHIN = Set.of("code", "pre", "text_link", "url", "bot_command");
    private static final Comparator<Entity> OUTER_FIRST =
            Comparator.comparingInt(Entity::offset).thenComparing(Entity::length, Comparator.reverseOrder());

    FormattedText {
        int start = 0;
        int end = text.length();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int from = start;
        int to = end;
        text = text.substring(from, to);
        entities = entities.stream()
                .map(entity -> entity.within(from, to))
                .filter(entity -> entity.length() > 0)
                .sorted(OUTER_FIRST)
                .toList();
    }

    /** What a person types: only commands and addresses are marked. */
    static FormattedText typed(String text) {
        return new FormattedText(text, List.of()).withLinks();
    }

    /**
     * What a bot sends in this parameter and its companions.
     *
     * @param entitiesField where ready-made entities would be
     */
    static FormattedText of(Call call, String textField, String entitiesField) {
        String text = call.text(textField);
        String mode = call.text("parse_mode");
        if (mode.equalsIgnoreCase("HTML")) {
            return HtmlText.parse(text).withLinks();
        }
        if (!mode.isEmpty()) {
            throw Refusal.badRequest("unsupported parse_mode");
        }
        List<Entity> entities = new ArrayList<>();
        for (JsonNode entity : call.json(entitiesField)) {
            entities.add(Entity.of(entity));
        }
        return new FormattedText(text, entities).withLinks();
    }

    /** Telegram marks addresses and commands by itself, except in links and code. */
    private FormattedText withLinks() {
        return with("url", URL).with("bot_command", COMMAND);
    }

    private FormattedText with(String type, Pattern pattern) {
        List<Entity> all = new ArrayList<>(entities);
        for (Matcher found = pattern.matcher(text); found.find(); ) {
            Entity link = new Entity(type, found.start(), found.end() - found.start(), "");
            if (entities.stream()
                    .noneMatch(entity -> NOTHING_WITHIN.contains(entity.type()) && entity.overlaps(link))) {
                all.add(link);
            }
        }
        return all.size() == entities.size() ? this : new FormattedText(text, all);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    ArrayNode entitiesJson() {
        ArrayNode array = Json.array();
        entities.forEach(entity -> array.add(entity.json()));
        return array;
    }

    String html() {
        return EntityRenderer.html(this);
    }
}
