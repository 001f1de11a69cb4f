using System.Text.Json;
using System.Text.Json.Serialization;
using Jinbang.Boards;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Runs;

/// <summary>The orders on disk, a file each in <c>.jinbang/orders</c>.</summary>
/// <param name="open">The workspace.</param>
internal sealed class OrderShelf(OpenWorkspace open)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerOptions.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    private readonly string folder = Path.Combine(open.Workspace.Home, "orders");

    /// <summary>Keeps an order; it is on disk when this returns, whole.</summary>
    public void Write(KeptOrder order) => WholeFile.Write(FileOf(order.Id), JsonSerializer.SerializeToUtf8Bytes(order, Form));

    /// <summary>All orders, and what is wrong with files that are none.</summary>
    public (IReadOnlyList<KeptOrder> Orders, IReadOnlyList<Phrase> Problems) Read()
    {
        var (orders, problems) = (new List<KeptOrder>(), new List<Phrase>());
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [])
        {
            try
            {
                orders.Add(Read(file));
            }
            catch (Exception fault) when (fault is JsonException or IOException or BadInputException)
            {
                problems.Add(new(
                    $"{file} cannot be read, so that order is not carried out; what it had asked is in the ledger. Delete the file, and order it again. ({fault.Message})",
                    $"{file} 无法读取，该任务不会执行；已问过的都在账本里。请删除该文件并重新下单。（{fault.Message}）"));
            }
        }

        return (orders, problems);
    }

    private static KeptOrder Read(string file)
    {
        var order = JsonSerializer.Deserialize<KeptOrder>(File.ReadAllBytes(file), Form) ?? throw new JsonException("null");
        var isWhole = order is { Order: { Exams: not null, Models: not null, Judges: not null }, By: not null } && order.Id == Path.GetFileNameWithoutExtension(file);
        if (!isWhole)
        {
            throw new JsonException("Something is missing.");
        }

        order.Order.Check();
        return order;
    }

    private string FileOf(string id) => Path.Combine(folder, id + ".json");
}
