package com.cdhdashboard.app.view;

import com.cdhdashboard.app.output.Json;
import gg.jte.Content;
import gg.jte.TemplateOutput;

/** JSON inside a {@code <script type="application/json">} block, which no text in the data can leave. */
public final class JsonBlock implements Content {
    private final byte[] json;

    public JsonBlock(Object value) {
        json = Json.blockBytes(value);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeBinaryContent(json);
    }
}
