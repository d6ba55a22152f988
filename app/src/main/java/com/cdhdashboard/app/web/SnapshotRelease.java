package com.cdhdashboard.app.web;

import com.cdhdashboard.app.view.Snapshots;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;

/** Lets go of what a request has read when it ends, also where its answer could not be sent. */
final class SnapshotRelease implements ServletRequestListener {
    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        Snapshots.release(event.getServletRequest());
    }
}
