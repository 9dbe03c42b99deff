package org.panfeng.telegram;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.objects.InputFile;

/**
 * Writes the library's methods as JSON. Those that carry files have no JSON form of their own in the library; here a file is written as
 * what names it, its id or {@code attach://…}.
 */
final class MethodJson {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .setVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
            .setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .setSerializationInclusion(JsonInclude.Include.NON_NULL)
            .registerModule(new SimpleModule().addSerializer(new FileReference()));

    private MethodJson() {}

    static byte[] bytes(PartialBotApiMethod<?> method) {
        try {
            return MAPPER.writeValueAsBytes(method);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(method.getMethod() + " cannot be written", e);
        }
    }

    static JsonNode tree(PartialBotApiMethod<?> method) {
        ObjectNode tree = MAPPER.valueToTree(method);
        // The library writes the method's name among its parameters.
        tree.remove("method");
        return tree;
    }

    private static final class FileReference extends StdSerializer<InputFile> {
        private static final long serialVersionUID = 1;

        FileReference() {
            super(InputFile.class);
        }

        @Override
        public void serialize(InputFile file, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(file.getAttachName());
        }
    }
}
