namespace Jinbang.Cluster.Membership;

/// <summary>A silo, as the database has it.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Address">Where the others reach it.</param>
/// <param name="Version">Its version of Jinbang.</param>
/// <param name="State">How it stands with the others.</param>
/// <param name="Since">When it was started, by its own clock.</param>
/// <param name="Heard">When it last wrote that it lives, by its own clock.</param>
internal sealed record Member(string Name, string Address, string Version, MemberState State, DateTimeOffset Since, DateTimeOffset Heard);
