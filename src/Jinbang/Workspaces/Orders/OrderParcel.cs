using System.IO.Compression;
using System.Text.Json;
using Jinbang.Runs;

namespace Jinbang.Workspaces.Orders;

/// <summary>An order with all the files that it needs in one piece, so that a machine which has none of them can carry it out. Keys are never in it.</summary>
public static class OrderParcel
{
    /// <summary>The most bytes that a parcel's files may have, unpacked.</summary>
    public const long MostBytes = 1L << 30;

    private const string Sheet = "order.json";

    /// <summary>Packs an order.</summary>
    /// <exception cref="BadInputException">It has a model that needs the very machine, or is too large.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static byte[] Pack(SessionOrder order)
    {
        RefuseHomebound(order);
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            var sheet = SheetOf(order, zip);
            using var entry = zip.CreateEntry(Sheet).Open();
            JsonSerializer.Serialize(entry, sheet, OrderJson.Default.OrderSheet);
        }

        return packed.ToArray();
    }

    /// <summary>Unpacks an order.</summary>
    /// <param name="parcel">What <see cref="Pack"/> made.</param>
    /// <param name="folder">Where its files are put; empty.</param>
    /// <param name="secrets">A file with the keys of this machine; null for those in its environment.</param>
    /// <exception cref="BadInputException">It is no parcel, or of another version.</exception>
    public static SessionOrder Unpack(byte[] parcel, string folder, string? secrets)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(parcel), ZipArchiveMode.Read);
            if (zip.Entries.Sum(entry => entry.Length) > MostBytes)
            {
                throw TooLarge;
            }

            zip.ExtractToDirectory(folder);
            using var file = File.OpenRead(Path.Combine(folder, Sheet));
            var sheet = JsonSerializer.Deserialize(file, OrderJson.Default.OrderSheet) ?? throw new JsonException("null");
            return OrderOf(sheet, folder, secrets);
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException or FileNotFoundException)
        {
            throw new BadInputException(new(
                $"The run's order cannot be read: it is damaged, or was placed by another version of Jinbang ({fault.Message}). Place it again.",
                $"无法读取该任务的内容：已损坏，或由另一版本的金榜提交（{fault.Message}）。请重新提交。"), fault);
        }
    }

    private static OrderSheet SheetOf(SessionOrder order, ZipArchive zip)
    {
        var (workspace, put) = (order.Workspace, new ParcelFiles(zip, MostBytes));
        return new OrderSheet
        {
            Models = order.Models,
            Judges = order.Judges,
            Exams = [.. order.ExamFiles.Select((file, at) => put.File(file, FormattableString.Invariant($"exams/{at}")))],
            Catalogue = workspace.Catalogue is { } catalogue ? put.File(workspace.Locate(catalogue), "catalogue") : null,
            Fx = workspace.Fx is { } fx ? put.File(workspace.Locate(fx), "fx") : null,
            Prompts = workspace.Prompts is { } prompts ? put.Folder(workspace.Locate(prompts), "prompts") : null,
            Language = order.Language,
            LeavesOutBad = order.LeavesOutBad,
            AnswerBy = order.AnswerBy,
            Limits = workspace.Limits,
            Timeouts = workspace.Timeouts,
            Run = OrderedRun.Of(workspace.Run),
        };
    }

    private static SessionOrder OrderOf(OrderSheet sheet, string folder, string? secrets)
    {
        var workspace = new Workspace
        {
            Folder = folder,
            Exams = sheet.Exams,
            Models = sheet.Models,
            Judges = sheet.Judges,
            Limits = new Dictionary<string, Models.PaceLimits>(sheet.Limits, StringComparer.OrdinalIgnoreCase),
            Prompts = sheet.Prompts,
            Catalogue = sheet.Catalogue,
            Fx = sheet.Fx,
            Secrets = secrets is null ? null : Path.GetFullPath(secrets),
            Timeouts = sheet.Timeouts,
            Run = sheet.Run.Settings(),
        };
        return new SessionOrder(workspace, sheet.Models, [.. sheet.Exams.Select(workspace.Locate)])
        {
            Judges = sheet.Judges,
            Language = sheet.Language,
            LeavesOutBad = sheet.LeavesOutBad,
            AnswerBy = sheet.AnswerBy,
        };
    }

    private static void RefuseHomebound(SessionOrder order)
    {
        if (order.Models.Concat(order.Judges).FirstOrDefault(model => model.Name.StartsWith("gguf:", StringComparison.Ordinal)) is { Name: var name })
        {
            throw new BadInputException(new(
                $"{name} is a file of this machine, and many machines cannot share it. Serve it at an address (docs/local-models.md), or run it without a cluster.",
                $"{name} 是本机上的文件，无法由多台机器共用。请以服务地址提供（见 docs/local-models.md），或不用集群运行。"));
        }
    }

    internal static BadInputException TooLarge => new(new(
        $"The files of this order have more than {MostBytes >> 20} MB. Order fewer exams at a time.",
        $"该任务的文件超过 {MostBytes >> 20} MB。请减少每次提交的题库。"));
}
