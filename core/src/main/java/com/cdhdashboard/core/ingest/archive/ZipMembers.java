package com.cdhdashboard.core.ingest.archive;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.format.Refusal;
import com.cdhdashboard.core.ingest.format.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Every member of a zip archive as a file of its own, under names of ours. */
public final class ZipMembers {
    private ZipMembers() {}

    /** A member, where it lies now, and the SHA-256 of its content as hexadecimal digits. */
    public record Unpacked(String name, Path file, long bytes, String sha256) {
        public Unpacked {
            requireNonNull(name, "name");
            requireNonNull(file, "file");
            requireNonNull(sha256, "sha256");
        }
    }

    /**
     * Unpacks all members into a folder.
     *
     * @throws UserException where the archive is damaged, hostile, or goes beyond the limits, and where this is cancelled
     */
    public static List<Unpacked> unpack(SourceFile source, UnpackLimits limits, Path folder, BooleanSupplier cancelled)
            throws InterruptedException {
        UnpackGuard guard = new UnpackGuard(source, limits, cancelled);
        Into into = new Into(folder, new ArrayList<>());
        try (ZipArchive zip = ZipArchive.open(source.path(), source.name(), guard)) {
            zip.read(into);
        } catch (InterruptedIOException e) {
            throw new UserException(UserException.Kind.USER, FileSummary.CANCELLED, e);
        } catch (IOException e) {
            throw Refusal.damaged(source.name(), e);
        }
        return into.unpacked();
    }

    private record Into(Path folder, List<Unpacked> unpacked) implements MemberVisitor {
        @Override
        public boolean wants(String name) {
            return true;
        }

        @Override
        public void visit(String name, InputStream content) throws IOException {
            Path file = folder.resolve("member-" + unpacked.size());
            Sha256 digest = new Sha256();
            long bytes;
            try (OutputStream out = digest.ofAllTo(Files.newOutputStream(file))) {
                bytes = content.transferTo(out);
            }
            unpacked.add(new Unpacked(name, file, bytes, digest.hex()));
        }
    }
}
