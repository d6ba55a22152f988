package com.cdhdashboard.core.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** A zip archive whose members have all been checked before the first is read. */
final class ZipArchive implements Closeable {
    private static final int INPUT_BYTES = 64 << 10;

    private final String label;
    private final Meter meter;
    private final ZipFile zip;
    private final Inflater inflater = new Inflater(true);

    private ZipArchive(String label, Meter meter, ZipFile zip) {
        this.label = label;
        this.meter = meter;
        this.zip = zip;
    }

    static ZipArchive open(Path path, String label, Meter meter) {
        try {
            ZipFile zip = ZipFile.builder()
                    .setPath(path)
                    .setIgnoreLocalFileHeader(true)
                    .get();
            return new ZipArchive(label, meter, zip);
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.unopened(label, e);
        }
    }

    void read(MemberVisitor visitor) throws IOException, InterruptedException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        meter.members(entries.size());
        List<ZipArchiveEntry> wanted = new ArrayList<>();
        long declared = 0;
        for (ZipArchiveEntry entry : entries) {
            check(entry);
            if (!entry.isDirectory() && visitor.wants(entry.getName())) {
                wanted.add(entry);
                declared += entry.getSize();
                meter.declared(declared);
            }
        }
        for (ZipArchiveEntry entry : wanted) {
            try (InputStream content = content(entry)) {
                visitor.visit(entry.getName(), content);
            }
        }
    }

    private void check(ZipArchiveEntry entry) {
        String name = entry.getName();
        // The library turns backslashes into slashes for archives made on Windows; the raw name still has them
        if (new String(entry.getRawName(), StandardCharsets.ISO_8859_1).contains("\\")) {
            throw Refusal.name(label, name.replace('/', '\\'), "holds a backslash");
        }
        MemberName.check(label, name);
        if (entry.isUnixSymlink()) {
            throw Refusal.kind(label, name, "a link, not a file");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw Refusal.encrypted(label, name);
        }
    }

    private InputStream content(ZipArchiveEntry entry) throws IOException {
        return new VerifiedStream(meter.count(decompressed(entry)), entry.getSize(), entry.getCrc());
    }

    private InputStream decompressed(ZipArchiveEntry entry) throws IOException {
        if (entry.getMethod() == ZipMethod.DEFLATED.getCode()) {
            inflater.reset();
            return new InflaterInputStream(zip.getRawInputStream(entry), inflater, INPUT_BYTES);
        }
        if (!zip.canReadEntryData(entry)) {
            ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
            throw Refusal.method(
                    label, entry.getName(), method == null ? "method " + entry.getMethod() : method.name());
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        zip.close();
    }
}
