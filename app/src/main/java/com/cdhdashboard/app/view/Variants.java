package com.cdhdashboard.app.view;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.configuration.Authoring;
import com.cdhdashboard.app.route.Mount;
import com.cdhdashboard.core.config.Variant;
import java.util.List;
import java.util.stream.Collectors;

/** The configurations that a server shows, in the order in which they were named; the first is where a visitor begins. */
public record Variants(List<Served> all) {
    public Variants {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a server shows at least one configuration");
        }
    }

    /** One of them. */
    public record Served(Mount mount, Workspace workspace, Authoring authoring) {
        public Served {
            requireNonNull(mount, "mount");
            requireNonNull(workspace, "workspace");
            requireNonNull(authoring, "authoring");
        }

        Variant variant() {
            return workspace.configured().configuration().variant();
        }
    }

    /** The only one. */
    public static Variants only(Workspace workspace, Authoring authoring) {
        return new Variants(List.of(new Served(Mount.ROOT, workspace, authoring)));
    }

    public boolean several() {
        return all.size() > 1;
    }

    /** Changes with what each page says of the others. */
    public String mark() {
        return several()
                ? all.stream()
                        .map(served -> served.variant() + Frames.pages(served).toString())
                        .collect(Collectors.joining("\n"))
                : "";
    }

    /**
     * What to choose among; nothing where there is one.
     *
     * @param current where the page is that offers the choice
     * @param page the address of its entry in the navigation, to which each leads where it has such a page
     */
    public List<Frame.Choice> choices(Mount current, String page) {
        return several()
                ? all.stream()
                        .map(served -> new Frame.Choice(
                                served.variant().name(),
                                served.variant().description(),
                                served.mount().address(Frames.pageLike(page, served)),
                                served.mount().equals(current)))
                        .toList()
                : List.of();
    }
}
