package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import java.nio.file.Path;

/** A small demo export, made as a user makes one. */
record DemoExport(Path folder) {
    static final int DAYS = 20;
    private static final int INTERACTIONS = 3_000;

    /** Writes the export in a format of {@code sample}. */
    static DemoExport make(Path folder, String format) {
        InstalledProgram.Outcome made = InstalledProgram.run(
                "sample", folder, "--days", DAYS, "--interactions", INTERACTIONS, "--format", format);
        assertThat(made.code()).as(made.err()).isZero();
        return new DemoExport(folder);
    }

    Path interactions() {
        return folder.resolve("interactions");
    }

    /** Imports the whole export; every file must succeed. */
    void importInto(Path data, Object configuration) {
        InstalledProgram.Outcome imported =
                InstalledProgram.run("import", "--config", configuration, "--data", data, interactions());
        assertThat(imported.code()).as(imported.err() + imported.out()).isZero();
    }
}
