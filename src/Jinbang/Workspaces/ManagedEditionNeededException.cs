namespace Jinbang.Workspaces;

/// <summary>What was asked for can only be done by the edition for the .NET runtime.</summary>
public sealed class ManagedEditionNeededException : Exception;
