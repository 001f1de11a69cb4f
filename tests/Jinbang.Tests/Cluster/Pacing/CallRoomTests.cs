using CsCheck;
using Jinbang.Cluster.Pacing;

namespace Jinbang.Tests.Cluster.Pacing;

public sealed class CallRoomTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_model_that_has_leave_at_once_fills_the_room()
    {
        var door = new CallRoom(16).Open();
        for (var call = 0; call < 16; call++)
        {
            await door.EnterAsync(Token);
            door.Begin();
        }

        var next = door.EnterAsync(Token);
        Assert.False(next.IsCompleted);
        door.Leave();
        await next;
    }

    [Fact]
    public void Models_whose_leave_is_long_in_coming_leave_places_to_one_that_has_it_at_once()
    {
        var room = new CallRoom(16);
        CallRoom.Door[] slow = [room.Open(), room.Open()];
        var waiting = slow.SelectMany(door => Enumerable.Range(0, 100).Select(_ => door.EnterAsync(Token))).ToList();
        Assert.InRange(waiting.Count(call => call.IsCompleted), 2, 12);

        var fast = room.Open();
        for (var round = 0; round < 100; round++)
        {
            for (var call = 0; call < 4; call++)
            {
                Assert.True(fast.EnterAsync(Token).IsCompletedSuccessfully);
                fast.Begin();
            }

            for (var call = 0; call < 4; call++)
            {
                fast.Leave();
            }
        }
    }

    [Fact]
    public async Task Models_take_turns_where_there_is_one_place()
    {
        var room = new CallRoom(1);
        var (one, other) = (room.Open(), room.Open());
        await one.EnterAsync(Token);
        one.Begin();
        Task[] calls = [one.EnterAsync(Token), one.EnterAsync(Token), other.EnterAsync(Token)];

        one.Leave();
        await calls[0];
        one.TurnBack();
        await calls[2];
        Assert.False(calls[1].IsCompleted);
    }

    [Fact]
    public async Task Who_no_longer_wants_a_place_is_given_none()
    {
        var door = new CallRoom(1).Open();
        await door.EnterAsync(Token);
        using var end = new CancellationTokenSource();
        var given = door.EnterAsync(end.Token);
        var next = door.EnterAsync(Token);

        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        door.TurnBack();
        await next;
    }

    [Fact]
    public Task However_calls_come_and_go_the_room_is_never_overfull_and_all_get_in() => Gen.Select(Gen.Int[1, 8], Gen.Int[1, 5], Gen.Int.Array[0, 200]).SampleAsync(async (most, models, moves) =>
    {
        var room = new CallRoom(most);
        var doors = Enumerable.Range(0, models).Select(_ => room.Open()).ToArray();
        var asked = new List<(CallRoom.Door Door, Task Place)>();
        var begun = new List<CallRoom.Door>();
        foreach (var move in moves.Select(move => move & int.MaxValue))
        {
            var door = doors[move % models];
            switch (move / models % 4)
            {
                case 0 or 1:
                    asked.Add((door, door.EnterAsync(default)));
                    break;
                case 2 when In() is { Place: not null } first:
                    asked.Remove(first);
                    first.Door.Begin();
                    begun.Add(first.Door);
                    break;
                case 3 when begun.Count > 0:
                    begun[0].Leave();
                    begun.RemoveAt(0);
                    break;
            }

            Assert.InRange(begun.Count + asked.Count(call => call.Place.IsCompleted), 0, most);
        }

        begun.ForEach(door => door.Leave());
        while (asked.Count > 0)
        {
            var place = await Task.WhenAny(asked.Select(call => call.Place)).WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, Token);
            var first = asked.First(call => call.Place == place);
            asked.Remove(first);
            first.Door.TurnBack();
        }

        (CallRoom.Door Door, Task Place) In() => asked.FirstOrDefault(call => call.Place.IsCompleted);
    });
}
