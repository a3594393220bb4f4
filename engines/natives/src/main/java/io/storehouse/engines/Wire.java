package io.storehouse.engines;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** One question to a server on this machine and whether its answer came in time. */
final class Wire {
    private Wire() {}

    /** What is asked, and whether the answer is right. */
    interface Question {
        boolean ask(DataOutputStream out, DataInputStream in) throws IOException;
    }

    static boolean answers(int port, Duration within, Question question) {
        int millis = (int) Math.max(1, within.toMillis());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), millis);
            socket.setSoTimeout(millis);
            return question.ask(
                    new DataOutputStream(socket.getOutputStream()), new DataInputStream(socket.getInputStream()));
        } catch (IOException e) {
            return false;
        }
    }
}
