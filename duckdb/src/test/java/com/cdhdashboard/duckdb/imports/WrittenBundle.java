package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.ingest.format.ContentHash;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The bundle that the documentation shows how to write, with or without faults.
 *
 * @param damage what happens to the parquet file before the manifest says its checksum
 */
record WrittenBundle(String sql, String manifest, Map<String, byte[]> others, UnaryOperator<byte[]> damage) {
    static final String CELLS = "cells/engagement.parquet";

    private static final Path PAGE = Path.of("..", "docs", "bundle.md");

    /** As it stands on the page. */
    static WrittenBundle documented() throws IOException {
        return new WrittenBundle(block("sql"), block("json"), Map.of(), UnaryOperator.identity());
    }

    /** The configuration of the page. */
    static String configuration() throws IOException {
        return block("toml");
    }

    private static String block(String language) throws IOException {
        Matcher matcher =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        if (!matcher.find()) {
            throw new AssertionError(language);
        }
        return matcher.group(1);
    }

    /** With another text in the place of one of its SQL or its manifest, which must be there. */
    WrittenBundle with(String text, String other) {
        if (!sql.contains(text) && !manifest.contains(text)) {
            throw new AssertionError(text);
        }
        return new WrittenBundle(sql.replace(text, other), manifest.replace(text, other), others, damage);
    }

    WrittenBundle beside(String member, String content) {
        Map<String, byte[]> all = new LinkedHashMap<>(others);
        all.put(member, content.getBytes(StandardCharsets.UTF_8));
        return new WrittenBundle(sql, manifest, all, damage);
    }

    WrittenBundle damaged(UnaryOperator<byte[]> other) {
        return new WrittenBundle(sql, manifest, others, other);
    }

    /** Writes it, with nothing of the program but DuckDB. */
    Path write(Path folder) throws IOException {
        Path parquet = folder.resolve("engagement.parquet");
        try (Session session = Session.open("jdbc:duckdb:", new Properties())) {
            session.run(sql.replace("'engagement.parquet'", Sql.text(parquet.toString())));
        }
        Files.write(parquet, damage.apply(Files.readAllBytes(parquet)));
        String hash = ContentHash.of(parquet, "cells", () -> {}).sha256();
        Path bundle = folder.resolve("written.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bundle))) {
            add(
                    zip,
                    "manifest.json",
                    manifest.replace("SHA256", hash)
                            .replace("BYTES", String.valueOf(Files.size(parquet)))
                            .getBytes(StandardCharsets.UTF_8));
            add(zip, CELLS, Files.readAllBytes(parquet));
            for (Map.Entry<String, byte[]> other : others.entrySet()) {
                add(zip, other.getKey(), other.getValue());
            }
        }
        return bundle;
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }
}
