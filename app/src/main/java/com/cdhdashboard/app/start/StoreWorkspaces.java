package com.cdhdashboard.app.start;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.cli.ConfigurationSource;
import com.cdhdashboard.app.cli.ServerAddress;
import com.cdhdashboard.app.cli.Workspaces;
import com.cdhdashboard.app.configuration.Authoring;
import com.cdhdashboard.app.configuration.ConfigurationPlace;
import com.cdhdashboard.app.imports.KeptUploads;
import com.cdhdashboard.app.security.SignIn;
import com.cdhdashboard.app.web.ServerOptions;
import com.cdhdashboard.app.web.WebServer;
import com.cdhdashboard.core.check.ConfigurationCheck;
import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Workspaces over stores on disk, and the server over one of them. */
final class StoreWorkspaces implements Workspaces {
    @Override
    public LoadedConfiguration check(ConfigurationSource source) {
        return ConfigurationCheck.check(read(source));
    }

    private static LoadedConfiguration read(ConfigurationSource source) {
        if (source instanceof ConfigurationSource.File file) {
            return ConfigurationReader.read(file.path());
        }
        return source == ConfigurationSource.Packaged.DEMO
                ? ConfigurationReader.demo()
                : ConfigurationReader.defaults();
    }

    private static ConfigurationPlace place(ConfigurationSource source, Path data) {
        if (source instanceof ConfigurationSource.File file) {
            return ConfigurationPlace.ofFile(file.path(), data);
        }
        return ConfigurationPlace.packaged(
                source == ConfigurationSource.Packaged.DEMO ? "demo" : ConfigurationPlace.DEFAULT, data);
    }

    @Override
    public OpenWorkspace open(ConfigurationSource source, Path data) {
        ConfigurationPlace place = place(source, data);
        LoadedConfiguration loaded = ConfigurationCheck.check(
                place.source().map(ConfigurationReader::read).orElseGet(() -> read(source)));
        Stores stores = Stores.of(loaded, data);
        LiveWorkspace live = new LiveWorkspace(StoreWorkspace.open(stores, stores.chosen(), ""));
        live.applyBy(new StoreApply(place, data, loaded, live));
        return new OpenStore(live, data, place.note());
    }

    private record OpenStore(LiveWorkspace store, Path data, Optional<String> note) implements OpenWorkspace {
        @Override
        public Workspace workspace() {
            return store;
        }

        @Override
        public void close() {
            store.close();
        }
    }

    @Override
    public RunningServer serve(OpenWorkspace workspace, ServerAddress address) {
        ServerOptions options = new ServerOptions(
                address.host(),
                address.port(),
                address.roots(),
                address.uploads(),
                ServerOptions.DEFAULT_MAX_UPLOAD_BYTES,
                address.discardUploads(),
                new SignIn(address.password()));
        workspace.workspace().keptUploads().ifPresent(KeptUploads::settleLeftovers);
        workspace.workspace().holdInMemory();
        return new Serving(WebServer.start(
                workspace.workspace(),
                Authoring.of("", workspace.workspace().apply(), workspace.data(), address.readOnly()),
                options));
    }

    /** A server that ends when it is closed or the process is told to end. */
    private static final class Serving implements RunningServer {
        private final WebServer server;
        private final CountDownLatch ended = new CountDownLatch(1);

        Serving(WebServer server) {
            this.server = server;
        }

        @Override
        public String url() {
            return server.url();
        }

        @Override
        public void await() throws InterruptedException {
            ended.await();
        }

        @Override
        public void close() {
            server.close();
            ended.countDown();
        }
    }
}
