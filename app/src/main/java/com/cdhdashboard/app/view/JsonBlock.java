package com.cdhdashboard.app.view;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/**
 * JSON inside a {@code <script type="application/json">} block. The characters that could end the block are written as
 * JSON escapes, so no text in the data can leave it.
 */
public final class JsonBlock implements Content {
    private final String json;

    public JsonBlock(Object value) {
        json = Json.write(value)
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(json);
    }

    @Override
    public String toString() {
        return json;
    }
}
