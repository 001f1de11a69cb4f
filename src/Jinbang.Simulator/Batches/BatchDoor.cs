using Jinbang.Simulator.Counting;
using Jinbang.Simulator.Delivery;
using Jinbang.Simulator.Dialects;
using Jinbang.Simulator.Houses;

namespace Jinbang.Simulator.Batches;

/// <summary>Opens a house's paths for batches.</summary>
internal sealed class BatchDoor
{
    private const long MostBytes = 256_000_000;

    // The houses whose pages tell of batches.
    private static readonly string[] Takers = ["plain", "openai", "anthropic", "dashscope", "moonshot", "zhipu"];

    private readonly BatchHabits habits;
    private readonly House house;
    private readonly Admission admission;
    private readonly CallBook book;
    private readonly TimeProvider time;

    private BatchDoor(SimulatorOptions options, House house, CallBook book, TimeProvider time)
    {
        (habits, this.house, this.book, this.time) = (options.Batches, house, book, time);
        admission = new Admission(options.Key, house, time);
    }

    /// <summary>Opens them, if the house takes batches.</summary>
    public static void Open(WebApplication app, SimulatorOptions options, Dialect dialect, CallBook book, LineDesk desk, TimeProvider time)
    {
        if (!Takers.Contains(dialect.House.Name))
        {
            return;
        }

        var door = new BatchDoor(options, dialect.House, book, time);
        var room = new BatchRoom(options.Batches, book, time);
        if (dialect.House.Dialect == Models.Dialect.Anthropic)
        {
            new MessageBatches(dialect.House, room, desk, options.Batches, time).Map(app, door.Guarded);
        }
        else
        {
            new FileBatches(dialect.House, room, desk, options.Batches, time).Map(app, door.Guarded);
        }
    }

    /// <summary>Lets in who shows the key, counts the call, and takes its time.</summary>
    private RequestDelegate Guarded(string name, bool isChange, Func<HttpContext, Task> answer) => async context =>
    {
        context.Response.Headers["x-simulated"] = "true";
        if (admission.Trouble(context.Request) is { } trouble)
        {
            context.Response.Reject(house, new Problem(trouble, "Incorrect API key provided."));
            return;
        }

        if (context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { } size)
        {
            size.MaxRequestBodySize = MostBytes;
        }

        book.Count(name, 1);
        await Task.Delay(habits.Before, time, context.RequestAborted);
        await answer(context);
        await Task.Delay(isChange ? habits.After : TimeSpan.Zero, time, context.RequestAborted);
    };
}
