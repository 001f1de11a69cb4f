using System.CommandLine;
using Jinbang.Cluster.Membership;

namespace Jinbang.Cluster;

/// <summary>Tells a silo, from any machine, to take nothing more or to leave.</summary>
internal static class WishVerb
{
    public static Command Drain(Speaker speaker)
    {
        var undo = speaker.Option<bool>("--undo", "Let it take work again.", "恢复接任务。");
        var command = Build(
            speaker, "drain", new("Let a silo take nothing more; it finishes the calls under way and stays.", "让一台机器不再接新任务：完成进行中的调用，仍留在集群中。"),
            words => words.GetValue(undo) ? Wish.Work : Wish.Drain);
        command.Options.Add(undo);
        return command;
    }

    public static Command Leave(Speaker speaker) => Build(
        speaker, "leave", new("Let a silo finish the calls under way and leave the cluster.", "让一台机器完成进行中的调用后离开集群。"), _ => Wish.Leave);

    private static Command Build(Speaker speaker, string name, Phrase summary, Func<ParseResult, Wish> wish)
    {
        var silo = new Argument<string>("silo") { Description = speaker.Say("Its name or address, as `jinbang cluster status` shows them.", "机器的名称或地址，见 `jinbang cluster status`。") };
        return DeedVerb.Build(speaker, name, summary, silo, async (words, database, named, cancellationToken) =>
        {
            var wanted = wish(words);
            await Wishes.TellAsync(database, named, wanted, cancellationToken);
            return wanted switch
            {
                Wish.Work => new($"{named} takes work again.", $"{named} 恢复接任务。"),
                Wish.Drain => new($"{named} takes nothing more; it finishes the calls under way and stays.", $"{named} 不再接新任务，完成进行中的调用后仍留在集群中。"),
                Wish.Leave => new($"{named} finishes the calls under way and leaves.", $"{named} 完成进行中的调用后离开。"),
            };
        });
    }
}
