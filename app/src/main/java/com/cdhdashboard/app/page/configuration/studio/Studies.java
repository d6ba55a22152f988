package com.cdhdashboard.app.page.configuration.studio;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.imports.Uploads;
import com.cdhdashboard.app.trial.Trial;
import com.cdhdashboard.assistant.draft.DataSample;
import com.cdhdashboard.assistant.draft.SampleConfiguration;
import com.cdhdashboard.core.check.ConfigurationCheck;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.format.Sha256;
import com.cdhdashboard.core.sample.SampleReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The samples that are worked on, the last few of them. Safe for use by many threads. */
public final class Studies implements AutoCloseable {
    private static final int MOST = 8;
    private static final int MOST_NAMED = 3;
    private static final int ID_LENGTH = 16;

    private final Workspace workspace;
    private final Uploads uploads;
    private final Map<String, Study> held = new LinkedHashMap<>(16, 0.75f, true);

    public Studies(Workspace workspace, Uploads uploads) {
        this.workspace = workspace;
        this.uploads = uploads;
    }

    public synchronized Optional<Study> find(String id) {
        return Optional.ofNullable(held.get(id));
    }

    /** All of them, the one that was looked at last first. */
    public synchronized List<Study> list() {
        List<Study> all = new ArrayList<>(held.values());
        Collections.reverse(all);
        return all;
    }

    /** The study of that name, which may be gone. */
    public Study study(String id) {
        return find(id).orElseThrow(() ->
                new UserException(UserException.Kind.NOT_FOUND, "This sample is no longer held; choose it again"));
    }

    /** How large an uploaded file may be. */
    long mostBytes() {
        return uploads.maxBytes();
    }

    /** How many rows imports have kept. */
    public long keptRows() {
        return new DataSample(
                        workspace.sample().summary(), workspace.holdingsSample().summary())
                .rows();
    }

    /** Looks at the rows that imports have kept. */
    public Study ofKeptRows() {
        DataSample sample = new DataSample(
                workspace.sample().summary().filter(summary -> summary.rows() > 0),
                workspace.holdingsSample().summary().filter(summary -> summary.rows() > 0));
        if (sample.rows() == 0) {
            throw new UserException("No rows were kept from imports; upload files, or import some first");
        }
        String batch = uploads.open();
        List<Path> files = new ArrayList<>();
        write(workspace.sample(), uploads.batch(batch).resolve("interactions.json"))
                .ifPresent(files::add);
        write(workspace.holdingsSample(), uploads.batch(batch).resolve("holdings.json"))
                .ifPresent(files::add);
        String hash = hash(files.stream().map(Studies::hashOf).toList());
        return known(hash, batch)
                .orElseGet(() -> hold(new SampleFiles("The rows kept from imports", hash, batch, files), sample));
    }

    private static Optional<Path> write(SampleReader sample, Path file) {
        List<String> rows = sample.rows();
        try {
            return rows.isEmpty() ? Optional.empty() : Optional.of(Files.write(file, rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hashOf(Path file) {
        try {
            return Sha256.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks at uploaded files; content that is looked at already is not looked at again. */
    public Study ofUpload(String batch) {
        List<Path> files = uploads.files(batch);
        if (files.isEmpty()) {
            throw new UserException("No file was uploaded; choose one");
        }
        String hash = hash(files.stream().map(uploads::hash).sorted().toList());
        return known(hash, batch).orElseGet(() -> {
            SampleFiles named = new SampleFiles(title(files), hash, batch, files);
            try {
                return hold(named, looked(files));
            } catch (RuntimeException | Error e) {
                uploads.remove(batch);
                throw e;
            }
        });
    }

    /** The study of that content, for which the files are not needed a second time. */
    private Optional<Study> known(String hash, String batch) {
        Optional<Study> known = find(hash);
        known.ifPresent(study -> uploads.remove(batch));
        return known;
    }

    private DataSample looked(List<Path> files) {
        String store = uploads.open();
        try (Trial trial = workspace
                .trials()
                .of(
                        ConfigurationCheck.check(ConfigurationReader.read(SampleConfiguration.TEXT, "sample")),
                        files,
                        uploads.batch(store))) {
            return trial.sample();
        } finally {
            uploads.remove(store);
        }
    }

    private static String title(List<Path> files) {
        String first = files.stream()
                .limit(MOST_NAMED)
                .map(file -> String.valueOf(file.getFileName()))
                .collect(Collectors.joining(", "));
        return files.size() > MOST_NAMED ? first + " and " + (files.size() - MOST_NAMED) + " more" : first;
    }

    private static String hash(List<String> hashes) {
        return Sha256.of(String.join(" ", hashes).getBytes(StandardCharsets.US_ASCII))
                .substring(0, ID_LENGTH);
    }

    private synchronized Study hold(SampleFiles files, DataSample sample) {
        Study study = new Study(files, sample, workspace.trials(), uploads);
        held.put(study.id(), study);
        Iterator<Study> oldest = held.values().iterator();
        while (held.size() > MOST) {
            oldest.next().close();
            oldest.remove();
        }
        return study;
    }

    /** Lets go of a sample with everything that was chosen of it. */
    public synchronized void discard(String id) {
        Optional.ofNullable(held.remove(id)).ifPresent(Study::close);
    }

    @Override
    public synchronized void close() {
        held.values().forEach(Study::close);
        held.clear();
    }
}
