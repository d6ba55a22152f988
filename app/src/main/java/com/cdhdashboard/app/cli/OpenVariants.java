package com.cdhdashboard.app.cli;

import com.cdhdashboard.app.cli.Workspaces.OpenWorkspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The workspaces that a server shows, closed together. */
record OpenVariants(List<OpenWorkspace> all) implements AutoCloseable {
    OpenVariants {
        all = List.copyOf(all);
    }

    /** Opens each, or none where one cannot be opened. */
    static OpenVariants open(Workspaces workspaces, List<ConfigurationSource> sources, Path data) {
        List<OpenWorkspace> opened = new ArrayList<>();
        boolean complete = false;
        try {
            sources.forEach(source -> opened.add(workspaces.open(source, data)));
            complete = true;
            return new OpenVariants(opened);
        } finally {
            if (!complete) {
                opened.forEach(OpenWorkspace::close);
            }
        }
    }

    @Override
    public void close() {
        all.forEach(OpenWorkspace::close);
    }
}
