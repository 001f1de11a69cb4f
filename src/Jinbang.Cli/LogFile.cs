using Serilog;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Compact;

namespace Jinbang.Cli;

/// <summary>A file that events are logged to, one JSON object a line, after those that it holds already.</summary>
internal sealed class LogFile : IDisposable
{
    private readonly SerilogLoggerFactory loggers;

    private LogFile(string path)
    {
        var logger = new LoggerConfiguration()
            .WriteTo.File(new CompactJsonFormatter(), path, fileSizeLimitBytes: null)
            .CreateLogger();
        loggers = new SerilogLoggerFactory(logger, dispose: true);
    }

    /// <summary>Opens a log.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="BadInputException">It cannot be written.</exception>
    public static LogFile Open(string path)
    {
        try
        {
            // The logging library would go on without a file.
            using (File.Open(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite))
            {
            }

            return new LogFile(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(new(
                $"The log {path} cannot be written: {fault.Message.TrimEnd('.')}. Nothing was asked.",
                $"无法写入日志 {path}：{fault.Message.TrimEnd('.')}。未调用任何模型。"), fault);
        }
    }

    /// <summary>Where runs tell of their events.</summary>
    public Microsoft.Extensions.Logging.ILogger Runs => loggers.CreateLogger("Jinbang.Runs");

    /// <summary>Writes what waits and closes the file.</summary>
    public void Dispose() => loggers.Dispose();
}
