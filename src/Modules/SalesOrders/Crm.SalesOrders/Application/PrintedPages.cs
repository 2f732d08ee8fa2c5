using Crm.BuildingBlocks;
using Crm.Rendering.Printing;
using Crm.SalesOrders.Domain;

namespace Crm.SalesOrders.Application;

/// <summary>What a caller gets who asked for a document as PDF.</summary>
internal static class PrintedPages
{
    private static readonly Phrase Slow = new("it took too long.", "超时。");
    private static readonly Phrase Broken = new("the browser that prints ended with an error.", "打印用浏览器出错。");

    public static byte[] Pages(this PrintResult result) => result switch
    {
        PrintResult.Printed printed => printed.Content,
        PrintResult.NoBrowser => throw SalesOrdersRules.PdfUnavailable.Broken(),
        PrintResult.TimedOut => throw SalesOrdersRules.PdfFailed.Broken(Slow),
        _ => throw SalesOrdersRules.PdfFailed.Broken(Broken),
    };
}
