using System.Data.Common;
using System.Globalization;
using Jinbang.Runs;
using Microsoft.AspNetCore.Antiforgery;

namespace Jinbang.Web.Faults;

/// <summary>Why something is not answered, as a reader or a program is told.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">What happened.</param>
/// <param name="Detail">What to do.</param>
public sealed record Fault(int Status, Phrase Title, Phrase Detail)
{
    /// <summary>What an error means for the reader; of what nobody foresaw, nothing is told but that it happened.</summary>
    public static Fault Of(Exception error) => error switch
    {
        BadInputException bad => new(400, new("This cannot be used", "无法使用"), bad.Problem),
        DbException { IsTransient: true } => new(503, new("The records are not at hand", "暂时无法读取记录"), new("The database cannot be reached at present. Try again.", "暂时无法连接数据库，请重试。")),
        LedgerFaultException ledger => new(503, new("The records are not at hand", "暂时无法读取记录"), ledger.Problem),
        AntiforgeryValidationException => Stale,
        BadHttpRequestException { InnerException: AntiforgeryValidationException } => Stale,
        BadHttpRequestException request => Of(request.StatusCode, null),
        _ => Of(500, null),
    };

    /// <summary>What a status means for the reader.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="wait">Seconds to wait before the next try; null when nobody said.</param>
    public static Fault Of(int status, string? wait) => status switch
    {
        401 => new(status, new("Sign in first", "请先登录"), new("Only people who are signed in may do this.", "只有登录用户才能进行此操作。")),
        403 => new(status, new("Not allowed", "没有权限"), new("Your role does not allow this, or the request came from another site.", "您的角色无权进行此操作，或者请求来自其他网站。")),
        404 => new(status, new("Nothing here", "页面不存在"), new("There is no such page, or it is not open to you.", "没有这个页面，或者它不对您开放。")),
        405 => new(status, new("Not done this way", "不支持此方法"), new("This address does not take such a request.", "此地址不接受这样的请求。")),
        413 => new(status, new("Too large", "内容过大"), new("What was sent is larger than this address takes.", "发送的内容超出此地址允许的大小。")),
        415 => new(status, new("Send JSON", "请发送 JSON"), new("This address takes application/json.", "此地址只接受 application/json。")),
        429 => new(status, new("Too many requests", "请求过多"), Later(wait)),
        >= 500 => new(status, new("Something went wrong", "出错了"), new("The server failed; it has written down why. Try again, or tell its owner.", "服务器出错，原因已记录。请重试，或告知网站所有者。")),
        _ => new(status, new("This cannot be answered", "无法处理"), new("The request is not complete or not well formed.", "请求不完整或格式有误。")),
    };

    private static Fault Stale => new(400, new("The form is too old", "表单已过期"), new("Go back, load the page anew and send it again.", "请返回、刷新页面后重新提交。"));

    private static Phrase Later(string? wait) => int.TryParse(wait, CultureInfo.InvariantCulture, out var seconds)
        ? new($"Wait {seconds} s, then try again.", $"请在 {seconds} 秒后重试。")
        : new("Wait a little, then try again.", "请稍后重试。");
}
