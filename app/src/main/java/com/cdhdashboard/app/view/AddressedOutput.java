package com.cdhdashboard.app.view;

import com.cdhdashboard.app.route.Mount;
import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Escapes what templates write, and puts before addresses in attributes where those of the configuration begin. */
final class AddressedOutput extends OwaspHtmlTemplateOutput {
    private static final Set<String> ATTRIBUTES =
            Set.of("href", "action", "formaction", "hx-get", "hx-post", "data-url", "data-next", "data-uploads");

    private final Mount mount;
    private boolean begins;

    AddressedOutput(TemplateOutput output, Mount mount) {
        super(output);
        this.mount = mount;
    }

    @Override
    public void setContext(String tagName, @Nullable String attributeName) {
        super.setContext(tagName, attributeName);
        begins = attributeName != null && ATTRIBUTES.contains(attributeName);
    }

    @Override
    public void writeUserContent(@Nullable String text) {
        super.writeUserContent(begins && text != null ? mount.address(text) : text);
        begins = false;
    }
}
