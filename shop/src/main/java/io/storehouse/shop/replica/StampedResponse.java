package io.storehouse.shop.replica;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;

/** A response that gets its last headers when its body begins: by then the transactions are over. */
final class StampedResponse extends HttpServletResponseWrapper {
    private final Runnable stamp;
    private boolean stamped;

    StampedResponse(HttpServletResponse response, Runnable stamp) {
        super(response);
        this.stamp = stamp;
    }

    void stamp() {
        if (!stamped && !isCommitted()) {
            stamped = true;
            stamp.run();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        stamp();
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        stamp();
        return super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        stamp();
        super.flushBuffer();
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        stamp();
        super.sendError(status, message);
    }

    @Override
    public void sendError(int status) throws IOException {
        stamp();
        super.sendError(status);
    }
}
