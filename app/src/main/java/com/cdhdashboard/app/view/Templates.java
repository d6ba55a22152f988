package com.cdhdashboard.app.view;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The compiled templates; each takes one page model, and escapes all of it. */
public final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "com.cdhdashboard.app.template");

    /** The text of a page; the name is the template's path without its ending. */
    public String render(String name, Object page) {
        StringOutput output = new StringOutput(1 << 15);
        engine.render(name + ".jte", page, output);
        return output.toString();
    }
}
