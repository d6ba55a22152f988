package com.cdhdashboard.app.view;

import com.cdhdashboard.app.route.Mount;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

/** The compiled templates; each takes one page model, and escapes all of it. */
public final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "com.cdhdashboard.app.template");
    private final Mount mount;

    /** @param mount where addresses that templates write begin */
    public Templates(Mount mount) {
        this.mount = mount;
    }

    /** A page as UTF-8; the name is the template's path without its ending. */
    public byte[] render(String name, Object page) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(name + ".jte", page, new AddressedOutput(output, mount));
        return output.toByteArray();
    }

    /** A part that stands within another template. */
    public Content content(String name, Object model) {
        return output -> engine.render(name + ".jte", model, output);
    }
}
