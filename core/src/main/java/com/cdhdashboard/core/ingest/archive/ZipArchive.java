package com.cdhdashboard.core.ingest.archive;

import com.cdhdashboard.core.ingest.format.Refusal;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.XZInputStream;

/** A zip archive whose members have all been checked before the first is read. */
final class ZipArchive implements Closeable {
    private static final int INPUT_BYTES = 64 << 10;

    /** Enough for the highest usual settings of packers; a few bytes can ask for gigabytes. */
    private static final int MEMORY_KIB = 100 << 10;

    private static final int LZMA_HEADER_BYTES = 9;
    private static final int LZMA_END_MARK = 2;

    private final String label;
    private final UnpackGuard guard;
    private final ZipFile zip;
    private final Inflater inflater = new Inflater(true);

    private ZipArchive(String label, UnpackGuard guard, ZipFile zip) {
        this.label = label;
        this.guard = guard;
        this.zip = zip;
    }

    static ZipArchive open(Path path, String label, UnpackGuard guard) {
        try {
            ZipFile zip = ZipFile.builder()
                    .setPath(path)
                    .setIgnoreLocalFileHeader(true)
                    .get();
            return new ZipArchive(label, guard, zip);
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.unopened(label, e);
        }
    }

    void read(MemberVisitor visitor) throws IOException, InterruptedException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        guard.members(entries.size());
        List<ZipArchiveEntry> wanted = new ArrayList<>();
        long declared = 0;
        for (ZipArchiveEntry entry : entries) {
            check(entry);
            String name = MemberName.plain(entry.getName());
            if (!name.endsWith("/") && visitor.wants(name)) {
                wanted.add(entry);
                declared += entry.getSize();
                guard.declared(declared);
            }
        }
        for (ZipArchiveEntry entry : wanted) {
            try (InputStream content = content(entry)) {
                visitor.visit(MemberName.plain(entry.getName()), content);
            }
        }
    }

    private void check(ZipArchiveEntry entry) {
        String name = MemberName.plain(entry.getName());
        MemberName.check(label, name);
        if (entry.isUnixSymlink()) {
            throw Refusal.kind(label, name, "a link, not a file");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw Refusal.encrypted(label, name);
        }
    }

    private InputStream content(ZipArchiveEntry entry) {
        try {
            return new VerifiedStream(guard.count(decompressed(entry)), entry.getSize(), entry.getCrc());
        } catch (IOException e) {
            throw Refusal.damaged(label + "!" + MemberName.plain(entry.getName()), e);
        }
    }

    private InputStream decompressed(ZipArchiveEntry entry) throws IOException {
        ZipMethod method = Optional.ofNullable(ZipMethod.getMethodByCode(entry.getMethod()))
                .orElseThrow(() -> Refusal.method(label, entry.getName(), "method " + entry.getMethod()));
        return switch (method) {
            case DEFLATED -> {
                inflater.reset();
                yield new InflaterInputStream(zip.getRawInputStream(entry), inflater, INPUT_BYTES);
            }
            case ZSTD -> new ZstdInputStreamNoFinalizer(zip.getRawInputStream(entry));
            case XZ -> new XZInputStream(zip.getRawInputStream(entry), MEMORY_KIB);
            case LZMA -> lzma(entry);
            default -> {
                if (!zip.canReadEntryData(entry)) {
                    throw Refusal.method(label, entry.getName(), method.name());
                }
                yield zip.getInputStream(entry);
            }
        };
    }

    /** Two bytes of a version, two of a length and, of that length, the properties stand before the data. */
    private InputStream lzma(ZipArchiveEntry entry) throws IOException {
        InputStream raw = zip.getRawInputStream(entry);
        ByteBuffer header = ByteBuffer.wrap(raw.readNBytes(LZMA_HEADER_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        if (header.limit() < LZMA_HEADER_BYTES || header.getShort(2) != LZMA_HEADER_BYTES - 4) {
            throw new IOException("its LZMA header is not one");
        }
        int dictionary = header.getInt(5);
        if (!(dictionary >= 0 && LZMAInputStream.getMemoryUsage(dictionary, header.get(4)) <= MEMORY_KIB)) {
            throw Refusal.method(label, entry.getName(), "LZMA with a dictionary of more than 100 MiB");
        }
        boolean ended = (entry.getRawFlag() & LZMA_END_MARK) != 0;
        return new LZMAInputStream(raw, ended ? -1 : entry.getSize(), header.get(4), dictionary);
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        zip.close();
    }
}
