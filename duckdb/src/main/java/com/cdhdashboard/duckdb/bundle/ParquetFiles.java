package com.cdhdashboard.duckdb.bundle;

import com.cdhdashboard.core.bundle.BundleColumn;
import com.cdhdashboard.core.bundle.Manifest;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parquet files of a bundle on their way into it, in a folder of their own. */
public final class ParquetFiles {
    private final Session session;
    private final Path folder;
    private final Map<String, ZipMember> members = new LinkedHashMap<>();
    private long rows;

    public ParquetFiles(Session session, Path folder) {
        this.session = session;
        this.folder = folder;
    }

    /**
     * Writes the rows of a query.
     *
     * @param kind the first part of the name of the member
     * @param name of a metric or a summary; may hold any character
     */
    public Manifest.TableFile write(String kind, String name, List<BundleColumn> columns, String query) {
        String member = kind + "/" + plain(name) + ".parquet";
        Path file = folder.resolve("table-" + members.size() + ".parquet");
        long written = session.update(
                "COPY (\n" + query + ") TO " + Sql.text(file.toString()) + " (FORMAT parquet, COMPRESSION zstd)");
        rows += written;
        ZipMember content = ZipMember.of(file);
        members.put(member, content);
        try {
            return new Manifest.TableFile(
                    new Manifest.Member(member, content.sha256(), Files.size(file)), written, columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name with no other characters than those of members; numbered where that makes two names one. */
    private String plain(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-|-$", "");
        boolean kept = plain.equals(name) || name.matches("[A-Za-z0-9_:-]+");
        return kept && !plain.isEmpty() ? plain : plain + "_" + members.size();
    }

    /** By name, in the order they were written. */
    public Map<String, ZipMember> members() {
        return members;
    }

    /** Of all tables. */
    public long rows() {
        return rows;
    }
}
