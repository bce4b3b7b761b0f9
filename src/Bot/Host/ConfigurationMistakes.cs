using Microsoft.Extensions.Options;

namespace FollowUpBot.Bot.Host;

/// <summary>Everything that is wrong with the configuration at once, in lines that name the settings.</summary>
public static class ConfigurationMistakes
{
    public static IReadOnlyList<string> Of(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException e)
        {
            return [.. e.Failures];
        }
        catch (AggregateException e) when (e.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            return [.. e.InnerExceptions.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures)];
        }
        catch (InvalidOperationException e)
        {
            return [e.InnerException?.Message ?? e.Message]; // a key or value that does not bind
        }
    }
}
