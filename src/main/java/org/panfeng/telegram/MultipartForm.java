package org.panfeng.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/** A call as a form with files: each parameter is a part, structures as JSON, and each file is a part by its label. */
final class MultipartForm {
    private static final MediaType ANY = MediaType.get("application/octet-stream");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private MultipartForm() {}

    static MultipartBody of(BotApiMethod<?> method, Iterable<Load.Item> files) {
        MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        JsonNode parameters = MAPPER.valueToTree(method);
        parameters.fields().forEachRemaining(parameter -> {
            JsonNode value = parameter.getValue();
            // The library writes the method's name among its parameters.
            if (!value.isNull() && !parameter.getKey().equals("method")) {
                form.addFormDataPart(parameter.getKey(), value.isValueNode() ? value.asText() : value.toString());
            }
        });
        files.forEach(
                file -> form.addFormDataPart(file.label(), file.file().name(), RequestBody.create(file.bytes(), ANY)));
        return form.build();
    }
}
