using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Crm.BuildingBlocks.Hosting.Mail;

public static class MailRegistration
{
    /// <summary>What sends mails of which one goes out at most; several modules may ask for it.</summary>
    public static IServiceCollection AddSingleMails(this IServiceCollection services)
    {
        services.TryAddSingleton<MailSending>();
        services.TryAddSingleton<SingleMails>();
        return services;
    }

    /// <summary>Sends through the server that section <c>Mail</c> names; without one, mails become files in the pickup folder.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(MailOptions.Section);
        services.AddOptions<MailOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        if (!string.IsNullOrEmpty(section[nameof(MailOptions.Host)]))
        {
            services.TryAddSingleton<IMailTransport, SmtpTransport>();
            return services;
        }

        services.AddSingleton<PickupFolderTransport>();
        services.TryAddSingleton<IMailTransport>(provider => provider.GetRequiredService<PickupFolderTransport>());
        return services.AddHostedService<PickupFolderCleaning>();
    }
}
