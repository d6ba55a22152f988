package com.cdhdashboard.app.view;

import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.plotly.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

/**
 * The style sheets and scripts of the pages, all from the program's own class path. Each is read and compressed once for all
 * servers of the program, beginning when the first starts, so that no request waits for it long.
 */
public final class Assets {
    private static final String OWN = "/com/cdhdashboard/app/assets/";
    private static final String CHARTS = "/com/cdhdashboard/plotly/";
    private static final String MISSING = "not in the program: ";
    private static final String JAVASCRIPT = "text/javascript; charset=utf-8";
    private static final String CSS = "text/css; charset=utf-8";

    private static final List<String> SCRIPTS = List.of(
            "app.js",
            "charts.js",
            "recent.js",
            "carried.js",
            "search.js",
            "access.js",
            "tables.js",
            "contrast.js",
            "print.js",
            "state.js",
            "options.js",
            "deeper.js",
            "configuration.js",
            "fields.js",
            "toml.js",
            "entries.js",
            "studio.js",
            "expression.js",
            "assistant.js");

    private static final List<String> STYLES =
            List.of("expression.css", "assistant.css", "app.css", "print.css", "configuration.css");

    private static final Map<String, CompletableFuture<Asset>> ASSETS = loadAll();

    private static Map<String, CompletableFuture<Asset>> loadAll() {
        Properties versions = versions();
        Map<String, CompletableFuture<Asset>> found = new LinkedHashMap<>();
        SCRIPTS.forEach(name -> found.put(name, load(JAVASCRIPT, OWN + name)));
        STYLES.forEach(name -> found.put(name, load(CSS, OWN + name)));
        found.put("icon.svg", load("image/svg+xml", OWN + "icon.svg"));
        found.put("tabler.css", load(CSS, library(versions, "tabler__core", "dist/css/tabler.min.css")));
        found.put("htmx.js", load(JAVASCRIPT, library(versions, "htmx.org", "dist/htmx.min.js")));
        for (Part part : Part.values()) {
            found.put(part.file(), loadPacked(JAVASCRIPT, CHARTS + part.file()));
        }
        found.put("codemirror.js", load(JAVASCRIPT, library(versions, "codemirror", "lib/codemirror.js")));
        found.put("codemirror.css", load(CSS, library(versions, "codemirror", "lib/codemirror.css")));
        found.put("show-hint.js", load(JAVASCRIPT, library(versions, "codemirror", "addon/hint/show-hint.js")));
        found.put("show-hint.css", load(CSS, library(versions, "codemirror", "addon/hint/show-hint.css")));
        return Collections.unmodifiableMap(found);
    }

    private static Properties versions() {
        Properties versions = new Properties();
        try (InputStream in = stream("/com/cdhdashboard/app/view/libraries.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions;
    }

    private static String library(Properties versions, String name, String file) {
        return "/META-INF/resources/webjars/" + name + "/" + versions.getProperty(name) + "/" + file;
    }

    private static CompletableFuture<Asset> load(String contentType, String resource) {
        return CompletableFuture.supplyAsync(() -> {
            try (InputStream in = stream(resource)) {
                return Asset.of(contentType, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static CompletableFuture<Asset> loadPacked(String contentType, String resource) {
        return CompletableFuture.supplyAsync(() -> {
            Map<Coding, byte[]> packed = new EnumMap<>(Coding.class);
            for (Coding coding : Coding.values()) {
                // Where the program was built there may have been no Brotli
                bytes(resource + coding.ending()).ifPresent(bytes -> packed.put(coding, bytes));
            }
            byte[] plain = bytes(resource).orElseThrow(() -> new IllegalStateException(MISSING + resource));
            return Asset.packed(contentType, plain, packed);
        });
    }

    private static Optional<byte[]> bytes(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream stream(String resource) {
        InputStream in = Assets.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException(MISSING + resource);
        }
        return in;
    }

    /** The asset of that name. */
    public Optional<Asset> find(String name) {
        return Optional.ofNullable(ASSETS.get(name)).map(CompletableFuture::join);
    }

    /** Its address, which changes with its content. */
    public String url(String name) {
        Asset asset = find(name).orElseThrow(() -> new IllegalArgumentException("no asset " + name));
        return Urls.ASSETS + "/" + asset.hash() + "/" + name;
    }
}
