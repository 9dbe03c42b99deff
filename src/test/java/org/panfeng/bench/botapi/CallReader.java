package org.panfeng.bench.botapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import io.netty.util.CharsetUtil;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a request token by token, without making a tree of it. */
final class CallReader {
    private static final JsonFactory JSON = new JsonFactory();

    private final String method;
    private long chat;
    private int message;
    private String text = "";
    private final List<Call.Button> buttons = new ArrayList<>();
    private String query = "";
    private long offset;
    private int limit = 100;
    private int timeout;
    private String url = "";
    private String secret = "";

    private CallReader(String method) {
        this.method = method;
    }

    static Call read(FullHttpRequest request) throws IOException {
        String path = request.uri();
        int query = path.indexOf('?');
        String method = path.substring(path.lastIndexOf('/') + 1, query < 0 ? path.length() : query);
        CallReader reader = new CallReader(method);
        String type = request.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
        if (type.startsWith("multipart/") || type.startsWith("application/x-www-form-urlencoded")) {
            reader.form(request);
        } else if (request.content().isReadable()) {
            reader.json(request.content().toString(CharsetUtil.UTF_8));
        }
        return reader.call();
    }

    private Call call() {
        return new Call(method, chat, message, text, buttons, query, offset, limit, timeout, url, secret);
    }

    private void form(FullHttpRequest request) throws IOException {
        HttpPostRequestDecoder decoder = new HttpPostRequestDecoder(request);
        try {
            for (InterfaceHttpData data : decoder.getBodyHttpDatas()) {
                if (data instanceof Attribute attribute) {
                    part(attribute.getName(), attribute.getValue());
                }
            }
        } finally {
            decoder.destroy();
        }
    }

    private void part(String name, String value) throws IOException {
        switch (name) {
            case "chat_id" -> chat = Long.parseLong(value);
            case "message_id" -> message = Integer.parseInt(value);
            case "caption" -> text = value;
            case "rich_message", "reply_markup" -> json("{\"" + name + "\":" + value + "}");
            default -> {}
        }
    }

    private void json(String body) throws IOException {
        try (JsonParser json = JSON.createParser(body)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                field(json, name);
            }
        }
    }

    private void field(JsonParser json, String name) throws IOException {
        switch (name) {
            case "chat_id" -> chat = json.getValueAsLong();
            case "message_id" -> message = json.getValueAsInt();
            case "text", "caption" -> text = json.getText();
            case "callback_query_id" -> query = json.getText();
            case "offset" -> offset = json.getValueAsLong();
            case "limit" -> limit = json.getValueAsInt();
            case "timeout" -> timeout = json.getValueAsInt();
            case "url" -> url = json.getText();
            case "secret_token" -> secret = json.getText();
            case "rich_message" -> rich(json);
            case "reply_markup" -> keyboard(json);
            default -> json.skipChildren();
        }
    }

    private void rich(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("html") || name.equals("markdown")) {
                text = json.getText();
            } else {
                json.skipChildren();
            }
        }
    }

    private void keyboard(JsonParser json) throws IOException {
        String label = "";
        int depth = 1;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.VALUE_STRING && "text".equals(json.currentName())) {
                label = json.getText();
            } else if (token == JsonToken.VALUE_STRING && "callback_data".equals(json.currentName())) {
                buttons.add(new Call.Button(label, json.getText()));
            }
        }
    }
}
