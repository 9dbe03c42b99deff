package org.panfeng.mailbox;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/** What a message says. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "as")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Content.Html.class, name = "html"),
    @JsonSubTypes.Type(value = Content.Rich.class, name = "rich")
})
public sealed interface Content {

    /** A short message: text with the tags b, i, u, s, code, pre, a, blockquote. */
    record Html(String html) implements Content {}

    /**
     * A document with headings, lists and tables: CommonMark with tables. Split into pages where it must be.
     *
     * @param pictures those that the Markdown names, each in a paragraph of its own: {@code ![description](name)}
     */
    record Rich(
            String markdown,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<Attachment> pictures) implements Content {
        public Rich {
            pictures = List.copyOf(pictures);
        }
    }

    static Content html(String html) {
        return new Html(html);
    }

    static Content rich(String markdown) {
        return new Rich(markdown, List.of());
    }
}
