package com.cdhdashboard.plotly;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Writes the parts of the library, plain and packed, among the classes of this module. Where they are there, it does nothing. */
public final class Making {
    private static final List<Class<?>> MAKERS =
            List.of(Making.class, Part.class, Block.class, Bundle.class, Slimming.class, Packing.class);
    private static final String MADE_OF = "made-of.txt";

    private Making() {}

    /** @param arguments the version of the library, and the folder of the classes */
    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        byte[] library = read("/META-INF/resources/webjars/plotly.js-dist/" + arguments[0] + "/plotly.js");
        Path folder = Path.of(arguments[1]).resolve("com/cdhdashboard/plotly");
        String madeOf = madeOf(library);
        Path said = folder.resolve(MADE_OF);
        if (Files.exists(said) && Files.readString(said).equals(madeOf)) {
            return;
        }
        Bundle bundle = Bundle.of(new String(library, UTF_8));
        write(folder.resolve(Part.FLAT.file()), bundle.flat());
        write(folder.resolve(Part.SPATIAL.file()), bundle.spatial());
        Files.writeString(said, madeOf);
    }

    private static void write(Path file, String script) throws IOException {
        byte[] slim = Slimming.of(script).getBytes(UTF_8);
        Files.write(file, slim);
        Files.write(Path.of(file + ".gz"), Packing.gzip(slim));
        Optional<byte[]> brotli = Packing.brotli(slim);
        Path packed = Path.of(file + ".br");
        if (brotli.isPresent()) {
            Files.write(packed, brotli.get());
        } else {
            Files.deleteIfExists(packed);
        }
    }

    /** The library, and the code that makes parts of it. */
    private static String madeOf(byte[] library) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(library);
        for (Class<?> maker : MAKERS) {
            digest.update(read("/" + maker.getName().replace('.', '/') + ".class"));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] read(String resource) throws IOException {
        try (InputStream in = Making.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + resource);
            }
            return in.readAllBytes();
        }
    }
}
