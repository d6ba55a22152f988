package com.cdhdashboard.core.ingest.archive;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.format.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A tar archive, whose members are checked one by one as the stream passes. */
final class TarArchive {
    /** Names may be long, but a header of this length is made to fill the memory. */
    private static final long MAX_HEADER_BYTES = 1L << 20;

    private final String label;
    private final UnpackGuard guard;
    private final InputStream in;

    /** @param in counted by the guard */
    TarArchive(String label, UnpackGuard guard, InputStream in) {
        this.label = label;
        this.guard = guard;
        this.in = in;
    }

    void read(MemberVisitor visitor) throws IOException, InterruptedException {
        TarArchiveInputStream tar = new TarArchiveInputStream(in);
        for (Optional<TarArchiveEntry> next = next(tar); next.isPresent(); next = next(tar)) {
            TarArchiveEntry entry = next.orElseThrow();
            guard.member();
            check(entry);
            String name = MemberName.plain(entry.getName());
            if (!entry.isDirectory() && visitor.wants(name)) {
                visitor.visit(name, tar);
            }
            pass(tar);
        }
        // To its very end, where a checksum may follow
        pass(in);
    }

    private Optional<TarArchiveEntry> next(TarArchiveInputStream tar) throws InterruptedIOException {
        guard.beginHeader(MAX_HEADER_BYTES);
        try {
            return Optional.ofNullable(tar.getNextEntry());
        } catch (UserException e) {
            throw e;
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw Refusal.brokenHeader(label, e);
        } finally {
            guard.endHeader();
        }
    }

    private void check(TarArchiveEntry entry) {
        if (!entry.isCheckSumOK()) {
            throw Refusal.brokenHeader(label, new IOException("checksum of a tar header"));
        }
        String name = MemberName.plain(entry.getName());
        MemberName.check(label, name);
        if (entry.isSymbolicLink() || entry.isLink()) {
            throw Refusal.kind(label, name, "a link, not a file");
        }
        if (!((entry.isFile() || entry.isDirectory()) && !special(entry))) {
            throw Refusal.kind(label, name, "neither a file nor a folder");
        }
        if (entry.isSparse()) {
            throw Refusal.kind(label, name, "a sparse file");
        }
    }

    private static boolean special(TarArchiveEntry entry) {
        return entry.isBlockDevice() || entry.isCharacterDevice() || entry.isFIFO();
    }

    private static void pass(InputStream rest) throws IOException {
        rest.transferTo(OutputStream.nullOutputStream());
    }
}
