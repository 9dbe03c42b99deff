package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who uses the messenger. The id is also the id of their private chat with the bot.
 *
 * @param languageCode what their application is set to, as an IETF tag such as {@code zh-hans}
 */
public record Person(
        long id,
        String firstName,
        @Nullable String lastName,
        @Nullable String username,
        String languageCode) {

    public Person {
        if (id <= 0) {
            throw new IllegalArgumentException("A person's id is positive, not " + id);
        }
        if (firstName.isBlank()) {
            throw new IllegalArgumentException("Person " + id + " has no first name");
        }
    }

    /** First and last name as the messenger shows them. */
    public String name() {
        return lastName == null ? firstName : firstName + " " + lastName;
    }

    ObjectNode asUser() {
        ObjectNode user = Json.object().put("id", id).put("is_bot", false);
        return names(user).put("language_code", languageCode);
    }

    ObjectNode asChat() {
        return names(Json.object().put("id", id)).put("type", "private");
    }

    private ObjectNode names(ObjectNode node) {
        node.put("first_name", firstName);
        if (lastName != null) {
            node.put("last_name", lastName);
        }
        return username == null ? node : node.put("username", username);
    }
}
