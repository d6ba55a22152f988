package com.cdhdashboard.duckdb.bundle;

import com.cdhdashboard.core.bundle.Manifest;
import com.cdhdashboard.core.bundle.ManifestReader;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.archive.UnpackLimits;
import com.cdhdashboard.core.ingest.archive.ZipMembers;
import com.cdhdashboard.core.ingest.find.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A bundle whose members lie in a folder and are what its manifest says of them. Whether their rows are, is not looked at yet.
 *
 * @param files the members of the manifest, by name
 */
record OpenedBundle(SourceFile source, Manifest manifest, Map<String, Path> files, PartsFolder folder)
        implements AutoCloseable {
    /** No manifest of an honest bundle is larger. */
    private static final long MOST_MANIFEST_BYTES = 16L << 20;

    /** @param unpacked where the folder is made */
    static OpenedBundle open(SourceFile source, UnpackLimits limits, Path unpacked, BooleanSupplier cancelled)
            throws InterruptedException {
        PartsFolder folder = PartsFolder.beside(unpacked.resolve("bundle"));
        try {
            Map<String, ZipMembers.Unpacked> members = new LinkedHashMap<>();
            for (ZipMembers.Unpacked member : ZipMembers.unpack(source, limits, folder.path(), cancelled)) {
                if (members.put(member.name(), member) != null) {
                    throw new UserException("it holds \"" + member.name() + "\" twice; export the bundle again");
                }
            }
            Manifest manifest = ManifestReader.read(manifestText(members.remove(Manifest.MEMBER)));
            return new OpenedBundle(source, manifest, files(manifest, members), folder);
        } catch (RuntimeException | Error | InterruptedException e) {
            folder.close();
            throw e;
        }
    }

    private static String manifestText(ZipMembers.@Nullable Unpacked member) {
        if (member == null) {
            throw new UserException("it has no " + Manifest.MEMBER + "; export the bundle again");
        }
        if (!(member.bytes() <= MOST_MANIFEST_BYTES)) {
            throw new UserException("its " + Manifest.MEMBER + " has " + member.bytes() + " bytes, "
                    + MOST_MANIFEST_BYTES + " are allowed; export fewer metrics");
        }
        try {
            return Files.readString(member.file());
        } catch (CharacterCodingException e) {
            throw new UserException(
                    UserException.Kind.USER,
                    "its " + Manifest.MEMBER + " is not UTF-8 text; export the bundle again",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Path> files(Manifest manifest, Map<String, ZipMembers.Unpacked> members) {
        Map<String, Path> files = new LinkedHashMap<>();
        for (Manifest.Member said : manifest.members()) {
            ZipMembers.Unpacked member = members.remove(said.name());
            if (member == null) {
                throw new UserException(
                        "its manifest names \"" + said.name() + "\", which is not in it; export the bundle again");
            }
            if (member.bytes() != said.bytes() || !member.sha256().equals(said.sha256())) {
                throw new UserException(said.name() + " is not what the manifest says: it has " + member.bytes()
                        + " bytes and the SHA-256 " + member.sha256() + ", said are " + said.bytes() + " and "
                        + said.sha256()
                        + "; copy or export the bundle again");
            }
            files.put(said.name(), member.file());
        }
        List<String> others = List.copyOf(members.keySet());
        if (!others.isEmpty()) {
            throw new UserException(
                    "it holds \"" + others.get(0) + "\", which its manifest does not name; export the bundle again");
        }
        return files;
    }

    /** Where a member lies. */
    Path file(Manifest.Member member) {
        Path file = files.get(member.name());
        if (file == null) {
            throw new IllegalStateException(member.name());
        }
        return file;
    }

    @Override
    public void close() {
        folder.close();
    }
}
