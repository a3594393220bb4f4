package io.storehouse.launcher.running;

import io.storehouse.launcher.home.DataDirectory;
import io.storehouse.launcher.process.PidFile;
import io.storehouse.launcher.process.RunningProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Only one launcher supervises a data directory: the one that holds this lock. It falls with its process. */
public final class LauncherLock implements AutoCloseable {
    private static final String NAME = "launcher";

    private final FileChannel channel;
    private final PidFile pidFile;

    private LauncherLock(FileChannel channel, PidFile pidFile) {
        this.channel = channel;
        this.pidFile = pidFile;
    }

    /** Takes the lock, unless another launcher has it. */
    public static Optional<LauncherLock> tryTake(DataDirectory data) {
        try {
            FileChannel channel = FileChannel.open(
                    data.at("run", NAME + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                return Optional.empty();
            }
            PidFile pidFile = pidFile(data);
            long pid = ProcessHandle.current().pid();
            RunningProcess.of(pid).ifPresent(self -> pidFile.write(self, NAME));
            return Optional.of(new LauncherLock(channel, pidFile));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + data.path() + ": " + e.getMessage(), e);
        }
    }

    /** The launcher that supervises the data directory now. */
    public static Optional<RunningProcess> holder(DataDirectory data) {
        return pidFile(data).living().map(PidFile.Entry::process);
    }

    @Override
    public void close() {
        pidFile.delete();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("try")
    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static PidFile pidFile(DataDirectory data) {
        return new PidFile(
                data.path(), NAME, process -> process.commandLine().contains("io.storehouse.launcher.Launcher"));
    }
}
