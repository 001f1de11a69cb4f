namespace Jinbang.Cli;

/// <summary>What was asked for can only be done by the edition for the .NET runtime.</summary>
internal sealed class ManagedEditionNeededException : Exception;
