package actbench.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sources;

/**
 * Reads the cropped digits of SVHN from a MATLAB file of version 5: {@code X}, rows x columns x
 * channels x examples of bytes, and {@code y}, the digits, in which 10 stands for 0.
 */
final class SvhnReader {
  private static final int DIGITS = 10;

  private SvhnReader() {}

  /** All examples of one file. */
  static Examples examples(DataStream in, InputShape shape) {
    long room = in.limit();
    byte[] file = in.readRest();
    try (MatFile content = read(file, room)) {
      Matrix pictures = matrix(in, content, "X");
      Matrix digits = matrix(in, content, "y");
      int[] sides = pictures.getDimensions();
      int[] expected = {shape.height(), shape.width(), shape.channels()};
      if (pictures.getType() != MatlabType.UInt8
          || sides.length != 4
          || !Arrays.equals(Arrays.copyOf(sides, 3), expected)) {
        throw new DataException(
            "%s: wrong pictures, found %s of %s; expected uint8 of [%d, %d, %d, examples]"
                .formatted(
                    in.file(),
                    pictures.getType(),
                    Arrays.toString(sides),
                    shape.height(),
                    shape.width(),
                    shape.channels()));
      }
      int count = sides[3];
      if (digits.getNumElements() != count) {
        throw new DataException(
            "%s: pictures and labels differ in number, found %d pictures and %d labels"
                .formatted(in.file(), count, digits.getNumElements()));
      }
      return Examples.of(shape, DIGITS, 255, values(pictures, shape), labels(in, digits));
    } catch (IOException | RuntimeException e) {
      if (e instanceof DataException refused) {
        throw refused;
      }
      // The library answers damage with whatever exception the damage leads to.
      throw new DataException(
          in.file() + ": is damaged, no MATLAB file of version 5 that can be read", e);
    }
  }

  private static MatFile read(byte[] file, long room) throws IOException {
    return Mat5.newReader(Sources.wrap(file))
        .setEntryFilter(entry -> entry.getName().equals("X") || entry.getName().equals("y"))
        .disableSubsystemProcessing()
        .setBufferAllocator(new Bounded(room))
        .readMat();
  }

  private static Matrix matrix(DataStream in, MatFile content, String name) {
    for (MatFile.Entry entry : content.getEntries()) {
      if (entry.getName().equals(name) && entry.getValue() instanceof Matrix matrix) {
        return matrix;
      }
    }
    throw new DataException(in.file() + ": has no array of numbers '" + name + "'");
  }

  /** Columns come first in the file, and examples last. */
  private static byte[] values(Matrix pictures, InputShape shape) {
    byte[] values = new byte[pictures.getNumElements()];
    int plane = shape.height() * shape.width();
    for (int start = 0, from = 0; start < values.length; start += plane) {
      for (int column = 0; column < shape.width(); column++) {
        for (int row = 0; row < shape.height(); row++) {
          values[start + row * shape.width() + column] = pictures.getByte(from++);
        }
      }
    }
    return values;
  }

  private static int[] labels(DataStream in, Matrix digits) {
    int[] labels = new int[digits.getNumElements()];
    for (int i = 0; i < labels.length; i++) {
      double digit = digits.getDouble(i);
      if (!(digit >= 1 && digit <= DIGITS && digit == Math.rint(digit))) {
        throw new DataException(
            "%s: bad label of example %d, found %s; expected 1 to %d"
                .formatted(in.file(), i, digit, DIGITS));
      }
      labels[i] = (int) digit % DIGITS;
    }
    return labels;
  }

  /** Refuses a file that claims or expands to more than it can hold. */
  private static final class Bounded implements BufferAllocator {
    private long room;

    Bounded(long room) {
      this.room = room;
    }

    @Override
    public ByteBuffer allocate(int bytes) {
      room -= bytes;
      if (bytes < 0 || room < 0) {
        throw new IllegalArgumentException("too much content");
      }
      return ByteBuffer.allocate(bytes);
    }

    @Override
    public void release(ByteBuffer buffer) {
      room += buffer.capacity();
    }
  }
}
