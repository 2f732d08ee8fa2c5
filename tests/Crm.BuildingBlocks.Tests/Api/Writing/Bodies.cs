using System.Text;
using Microsoft.AspNetCore.Http;

namespace Crm.BuildingBlocks.Tests.Api.Writing;

internal static class Bodies
{
    public static HttpContext Context(string body, string? contentType = "application/json", string query = "") => new DefaultHttpContext
    {
        Request = { ContentType = contentType, Body = new MemoryStream(Encoding.UTF8.GetBytes(body)), QueryString = new QueryString(query) },
    };
}
