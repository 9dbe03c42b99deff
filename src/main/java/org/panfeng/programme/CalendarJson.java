package org.panfeng.programme;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of a calendar while it is read, token by token; what does not belong there is reported with its line and skipped. */
record CalendarJson(TextFile file, JsonParser parser, List<Finding> findings) {
    JsonToken next() throws IOException {
        return parser.nextToken();
    }

    boolean is(JsonToken token) {
        return parser.currentToken() == token;
    }

    String text() throws IOException {
        return parser.getText();
    }

    /** The name of the next field, its value being the current token; null at the end of the object. */
    @Nullable
    String nextField() throws IOException {
        String field = parser.nextFieldName();
        if (field != null) {
            parser.nextToken();
        }
        return field;
    }

    void skip() throws IOException {
        parser.skipChildren();
    }

    void reject(String problem) throws IOException {
        findings.add(file.finding(line(), problem));
        skip();
    }

    void rejectField(String field, List<String> known) throws IOException {
        reject("\"%s\" is no field here; there are: %s.%s"
                .formatted(field, String.join(", ", known), Spelling.didYouMean(field, known)));
    }

    int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
