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

    Path holdings() {
        return folder.resolve("holdings");
    }

    /** Imports all interactions; every file must succeed. */
    void importInto(Path data, Object configuration) {
        importInto(data, configuration, interactions());
    }

    /** Imports all holdings of products; every file must succeed. */
    void importHoldingsInto(Path data, Object configuration) {
        importInto(data, configuration, holdings());
    }

    private static void importInto(Path data, Object configuration, Path folder) {
        InstalledProgram.Outcome imported =
                InstalledProgram.run("import", "--config", configuration, "--data", data, folder);
        assertThat(imported.code()).as(imported.err() + imported.out()).isZero();
    }
}
