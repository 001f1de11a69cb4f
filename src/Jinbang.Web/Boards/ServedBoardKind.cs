namespace Jinbang.Web.Boards;

/// <summary>What a board that is served is about.</summary>
public enum ServedBoardKind
{
    /// <summary>One exam.</summary>
    Exam,

    /// <summary>One stratum of an exam.</summary>
    Stratum,

    /// <summary>A group of exams.</summary>
    Rollup,

    /// <summary>What others published.</summary>
    Published,
}
