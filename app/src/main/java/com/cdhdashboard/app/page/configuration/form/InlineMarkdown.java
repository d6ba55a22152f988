package com.cdhdashboard.app.page.configuration.form;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.escape.Escape;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence of the schema: code stays code, and of a link to the documents its text. */
public final class InlineMarkdown implements Content {
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\([^)]*\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final String text;

    public InlineMarkdown(String markdown) {
        String plain = LINK.matcher(markdown).replaceAll("$1").strip();
        text = plain.isEmpty() ? "" : Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        Matcher code = CODE.matcher(text);
        int at = 0;
        while (code.find()) {
            escaped(output, text.substring(at, code.start()));
            output.writeContent("<code>");
            escaped(output, code.group(1));
            output.writeContent("</code>");
            at = code.end();
        }
        escaped(output, text.substring(at));
    }

    private static void escaped(TemplateOutput output, String plain) {
        Escape.htmlContent(plain, output);
    }
}
