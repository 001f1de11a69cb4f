namespace Jinbang.Simulator.Batches;

/// <summary>Puts a guard before a path.</summary>
/// <param name="name">What its calls are counted as.</param>
/// <param name="isChange">Whether they change something.</param>
/// <param name="answer">Answers them.</param>
internal delegate RequestDelegate Guard(string name, bool isChange, Func<HttpContext, Task> answer);
