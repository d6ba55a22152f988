package com.cdhdashboard.core.bundle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.cdhdashboard.core.aggregates.AggregatesFile;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Recognises bundles by what they hold, whatever they are called. */
public final class BundleFiles {
    private static final int HEAD = 4 << 10;
    private static final int MOST_TEXT_BYTES = 16 << 20;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final Pattern MARK = Pattern.compile("\"format\"\\s*:\\s*\"" + Manifest.FORMAT + "\"");

    private BundleFiles() {}

    /** Whether the file holds cubes and no rows: a bundle, or aggregates of the Python dashboard. */
    public static boolean holdsCubes(Path file) {
        return isBundle(file) || AggregatesFile.isIn(file);
    }

    /** Whether the file is a zip archive with the manifest of a bundle. */
    public static boolean isBundle(Path file) {
        try {
            return Files.isRegularFile(file) && isZip(file) && hasManifest(file);
        } catch (IOException e) {
            // Said when the file is read
            return false;
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        }
    }

    private static boolean hasManifest(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(Manifest.MEMBER);
            if (entry == null) {
                return false;
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return MARK.matcher(new String(in.readNBytes(HEAD), ISO_8859_1)).find();
            }
        } catch (IllegalArgumentException e) {
            // A name of a member that is no text
            return false;
        }
    }

    /**
     * The text of the configuration that is in a bundle; empty where there is none.
     *
     * @throws UserException where the bundle cannot be read
     */
    public static Optional<String> configuration(Path bundle) {
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            Manifest manifest = ManifestReader.read(text(zip, Manifest.MEMBER));
            return manifest.configuration().map(member -> text(zip, member.name()));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new UserException(
                    UserException.Kind.USER, "the bundle " + bundle + " cannot be read; export it again", e);
        }
    }

    private static String text(ZipFile zip, String member) {
        ZipEntry entry = zip.getEntry(member);
        if (entry == null) {
            throw new UserException("the bundle " + zip.getName() + " has no " + member + "; export it again");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(MOST_TEXT_BYTES + 1);
            if (!(bytes.length <= MOST_TEXT_BYTES)) {
                throw new UserException(member + " of the bundle " + zip.getName() + " has more than " + MOST_TEXT_BYTES
                        + " bytes; export it again");
            }
            return new String(bytes, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
